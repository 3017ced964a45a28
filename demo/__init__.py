"""An invented world of outlets on loopback: real regions, invented persons and incidents, marked as fiction on every page.

`world` loads it, `sites` renders its pages as five kinds of CMS would, `server` serves all hosts on one port.
"""

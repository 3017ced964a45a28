"""Bytes and a URL in, coded records out. No I/O but the data files of this package, and no knowledge of who calls it."""

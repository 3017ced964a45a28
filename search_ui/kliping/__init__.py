"""The press summary: one printable HTML file for a period of publication and a region."""

from search_ui.kliping.gather import BadKliping
from search_ui.kliping.render import render_kliping, style_hash

__all__ = ["BadKliping", "render_kliping", "style_hash"]

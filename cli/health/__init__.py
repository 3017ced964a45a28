"""The health of outlets, for a terminal and as a page."""

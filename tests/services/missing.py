"""What a test needs and can't have."""

from __future__ import annotations


class Missing(Exception):
    """A service for the tests can't be had; the message is one Indonesian line that says what to do."""

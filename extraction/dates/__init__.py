"""Dates printed in an article, resolved with precision, kind and the reason where they can't be."""

from extraction.dates.reader import read_dates

__all__ = ["read_dates"]

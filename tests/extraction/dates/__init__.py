"""Tests of extraction.dates, on invented sentences."""

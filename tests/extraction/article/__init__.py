"""Tests of extraction.article, on invented texts and pages."""

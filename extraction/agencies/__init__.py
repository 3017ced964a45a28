"""Agencies in canonical form (codebook 8, 12.11, 12.20)."""

from extraction.agencies.reader import agency_at, canonical, read_agencies

__all__ = ["agency_at", "canonical", "read_agencies"]

"""Bulk sources: WARC files of others (CC-NEWS among them), WACZ, and WordPress exports, into the archive."""

from crawler.bulk.intake import BulkReport, backfill
from crawler.bulk.sources import Candidate, Skipped, read_source

__all__ = ["BulkReport", "Candidate", "Skipped", "backfill", "read_source"]

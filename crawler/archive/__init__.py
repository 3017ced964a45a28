"""The archive: WARC 1.1 files, the truth about the web and about what came in by hand."""

from crawler.archive.archive import Archive
from crawler.archive.catalogue import Row
from crawler.archive.pages import ArchivedPage, ArchiveProblem, Exchange, Pointer, TornTail
from crawler.archive.reader import read_warc
from crawler.archive.verify import Verification, verify

__all__ = [
    "Archive",
    "ArchiveProblem",
    "ArchivedPage",
    "Exchange",
    "Pointer",
    "Row",
    "TornTail",
    "Verification",
    "read_warc",
    "verify",
]

"""The regions of an article as a whole, and which of them its case or event belongs to (codebook 6, 12.10, 12.23)."""

from __future__ import annotations

from extraction.model import ArticleRegion, Region, RegionMention, Span
from extraction.places.mains import choose
from extraction.reading import Reading


def read_main_region(reading: Reading) -> None:
    """Fill `reading.regions` in the order of first print, mains marked with the reason."""
    spans: dict[str, list[Span]] = {}
    regions: dict[str, Region] = {}
    mentions: list[RegionMention] = [m for m in reading.places if m.region]
    for mention in mentions:
        region = mention.region
        if region is None:
            continue
        key = region.code or region.name
        regions.setdefault(key, region)
        spans.setdefault(key, []).append(mention.span)
    mains, reason = choose(reading, mentions)
    reading.regions = [
        ArticleRegion(region, region.code in mains, reason if region.code in mains else "", spans[key]) for key, region in regions.items()
    ]

"""Places: gazetteer, resolver and the main region of an article (codebook 6, 12.10, 12.17, 12.23, 12.27)."""

from extraction.places.gazetteer import Gazetteer, gazetteer
from extraction.places.main_region import read_main_region
from extraction.places.reader import read_places

__all__ = ["Gazetteer", "gazetteer", "read_main_region", "read_places"]

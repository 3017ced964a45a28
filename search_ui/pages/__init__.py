"""The pages, one file each; `PAGES` is all of them."""

from search_ui.pages.about import router as about
from search_ui.pages.articles import router as articles
from search_ui.pages.downloads import router as downloads
from search_ui.pages.events import router as events
from search_ui.pages.kliping import router as kliping
from search_ui.pages.origins import router as origins
from search_ui.pages.outlets import router as outlets
from search_ui.pages.people import router as people
from search_ui.pages.regions import router as regions
from search_ui.pages.search import router as search
from search_ui.pages.texts import router as texts

PAGES = (search, texts, articles, origins, events, people, regions, outlets, kliping, downloads, about)

"""Scrapy's HTTP/1.1 handler, without the one request that Twisted would send by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class OnceHandler(HTTP11DownloadHandler):
    """Where a server drops a kept connection, Twisted asks again at once, past the spacing: measured, 6 requests instead of 3 to one
    that breaks connections. Another attempt is the frontier's to make."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool.retryAutomatically = False

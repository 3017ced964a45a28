"""The world's pages as JSONL for `netra ingest` and `netra eval`: what the crawler would bring, without a crawl."""

from __future__ import annotations

from collections.abc import Iterator

from demo.sites import article_path, find_page
from demo.world import edition


def rows(number: int = 1) -> Iterator[dict[str, str]]:
    """One row an article that is not behind a bot wall: id (`outlet/slug`), url, outlet_domain, html of its first page."""
    for host, shown in edition(number).items():
        for article in shown.articles:
            path = article_path(shown, article)
            page = find_page(shown, path, f"http://{host}")
            if page and not article.walled:
                yield {
                    "id": f"{shown.outlet.id}/{article.slug}",
                    "url": f"http://{host}{path}",
                    "outlet_domain": host,
                    "html": page.body.decode("utf-8"),
                }

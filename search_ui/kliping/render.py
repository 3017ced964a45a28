"""A kliping as one HTML file that needs nothing beside it: the styles stand in the page."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from index.regions import region_of
from index.store import Store
from search_ui.i18n import words
from search_ui.kliping.gather import gather, question_of
from search_ui.site import environment

_STYLE = Path(__file__).parent / "kliping.css"


@lru_cache
def _style() -> str:
    return _STYLE.read_text("utf-8")


def style_hash() -> str:
    """The source expression by which a content security policy allows the page's own styles."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii") + "'"


def render_kliping(store: Store, since: str, until: str, region: str | None, *, fiction: bool, made: datetime | None = None) -> str:
    """The press summary of the articles published from `since` to `until` (inclusive ISO days) in a region (Kemendagri code; None is
    everywhere), as HTML. `made` is the moment that it names (now where None).

    Raises BadKliping where the period or region is mistaken or holds too much.
    """
    say = words()
    question = question_of(since, until, region, say)
    return (
        environment(say)
        .get_template("kliping_print.html")
        .render(
            style=Markup(_style()),  # noqa: S704  (our own file)
            since=since,
            until=until,
            region=region_of(region) if region else None,
            made=made or datetime.now(UTC),
            fiction=fiction,
            kliping=gather(store, question, say),
        )
    )

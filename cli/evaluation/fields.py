"""The fields of an article, gold against coded (codebook 10 and 12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cli.evaluation.measures import Measures
from cli.evaluation.names import agency, fold, region, role_head, same_person

Row = dict[str, Any]  # one article, gold or coded
UNITS = ("provinsi", "kabupaten", "kota")
SMALL_UNITS = ("kecamatan", "desa")
RANK = {None: 0, "": 0, "tidak_terbukti": 0, "dugaan": 1, "terbukti": 2, "sanksi": 3}
PROVEN = 2


def named(row: Row, levels: tuple[str, ...], main: bool = False) -> set[str]:
    """Folded names of the regions of these levels."""
    return {region(r["name"]) for r in row.get("regions") or [] if r.get("level") in levels and (r.get("main") or not main)}


def score_head(m: Measures, key: str, g: Row, c: Row) -> None:
    """Relevance, title, day of publication."""
    m["relevant"].sets(key, [key] if g["relevant"] else [], [key] if c.get("relevant") else [])
    if g.get("title"):
        m["title"].check(key, fold(g["title"]) == fold(c.get("title")), f"got {c.get('title')!r}")
    if g.get("published"):
        m["published"].check(
            key, str(c.get("published") or "")[:10] == g["published"][:10], f"got {c.get('published')!r} for {g['published']!r}"
        )


def score_places(m: Measures, key: str, g: Row, c: Row) -> None:
    """Main region as the exact set; all regions; small places apart."""
    want, have = named(g, UNITS, main=True), named(c, UNITS, main=True)
    if want or have:
        m["main_region"].check(key, want == have, f"got {sorted(have)} for {sorted(want)}")
    m["regions"].sets(key, named(g, UNITS), named(c, UNITS))
    m["places_small"].sets(key, named(g, SMALL_UNITS), named(c, SMALL_UNITS))


def score_officials(m: Measures, key: str, g: Row, c: Row) -> None:
    """Name and role head; the agency apart, on the matched ones."""
    left = list(c.get("officials") or [])
    optional = g.get("officials_optional") or []
    for o in g.get("officials") or []:
        names = [o["name"], *(o.get("also") or [])]
        hit = next((x for x in left if any(same_person(n, x.get("name")) for n in names)), None)
        m["officials_name"].check(key, hit is not None, f"{o['name']!r}")
        same_role = hit is not None and (not o.get("role") or role_head(hit.get("role")) == role_head(o["role"]))
        m["officials"].check(key, same_role, f"{o['name']!r} ({o.get('role')!r}), got {hit and hit.get('role')!r}")
        if hit is not None:
            left.remove(hit)
            if o.get("agency"):
                m["officials_agency"].check(
                    key, agency(hit.get("agency")) == agency(o["agency"]), f"{o['name']}: {hit.get('agency')!r} for {o['agency']!r}"
                )
    for x in left:
        if not any(same_person(x.get("name"), o["name"]) for o in optional):
            for field in ("officials_name", "officials"):
                m[field].surplus(key, f"{x.get('name')!r} ({x.get('role')!r})")


def score_agencies(m: Measures, key: str, g: Row, c: Row) -> None:
    """On canonical forms."""
    optional = {agency(a) for a in g.get("agencies_optional") or []}
    want = {agency(a) for a in g.get("agencies") or []}
    m["agencies"].sets(key, want, {agency(a) for a in c.get("agencies") or []} - (optional - want))


def score_dates(m: Measures, key: str, g: Row, c: Row) -> None:
    """On ISO values of the dates that can be resolved."""
    want = {d["iso"] for d in g.get("dates") or [] if d.get("iso")}
    likely = {x for d in g.get("dates") or [] for x in (d.get("iso_likely"), *(d.get("iso_alt") or []))} - {None}
    m["dates"].sets(key, want, {d.get("iso") for d in c.get("dates") or [] if d.get("iso")} - (likely - want))


def _kind(event: Row) -> tuple[str | None, str]:
    return event.get("type"), region(event.get("region"))


def _status(event: Row) -> str | None:
    return event.get("status") or None


def _rank(claim: Row) -> int:
    return RANK.get(claim.get("status"), 0)


def score_events(m: Measures, key: str, g: Row, c: Row) -> None:
    """On (type, region), then date and status of the matched ones."""
    gold, rest = g.get("events") or [], list(c.get("events") or [])
    m["event_types"].sets(key, {e["type"] for e in gold}, {e.get("type") for e in rest})
    for e in gold:
        alike = [x for x in rest if _kind(x) == _kind(e)]
        hit = next((x for x in alike if _status(x) == _status(e)), alike[0] if alike else None)
        m["events"].check(key, hit is not None, f"{e['type']} at {e.get('region')}")
        if hit is None:
            continue
        rest.remove(hit)
        if "date" in e:
            days = [e["date"] or "", *(d or "" for d in e.get("date_alt") or [])]
            said = str(hit.get("date") or "")
            m["event_date_of_matched"].check(
                key, any(said[: len(d) or None] == d for d in days), f"{e['type']}: {hit.get('date')!r} for {e['date']!r}"
            )
        m["event_status_of_matched"].check(key, _status(hit) == _status(e), f"{e['type']}: {hit.get('status')!r} for {e.get('status')!r}")
    told = {(*_kind(e), _status(e)) for e in gold}
    for x in rest:
        if (*_kind(x), _status(x)) not in told:  # two cases told apart are finer, not wrong
            m["events"].surplus(key, f"{x.get('type')} at {x.get('region')}")
    for field in ("subjects", "violation_forms"):
        want = {v for e in gold for v in e.get(field) or []} or set(g.get(field) or [])
        m[field].sets(key, want, {v for e in c.get("events") or [] for v in e.get(field) or []})


def score_claims(m: Measures, key: str, g: Row, c: Row) -> None:
    """Nobody is called proven or punished without ground, and nobody under suspicion is called cleared.

    In irrelevant articles, nobody is called anything.
    """
    gold = (g.get("events") or []) if g["relevant"] else []
    accused = (g.get("accused") or []) if g["relevant"] else []
    over = []
    for e in c.get("events") or []:
        here = [x for x in gold if region(x.get("region")) == region(e.get("region"))]
        ground = [x for x in here if x["type"] == e.get("type")] or here or gold
        if _rank(e) >= PROVEN and _rank(e) > max(map(_rank, ground), default=0):
            over.append(f"{e.get('type')} at {e.get('region')}: {e['status']}")
    cleared = []
    for a in c.get("accused") or []:
        ground = [x for x in accused if same_person(x["name"], a.get("name"))]
        if _rank(a) >= PROVEN and _rank(a) > max(map(_rank, ground), default=0):
            over.append(f"{a.get('name')}: {a['status']}")
        if a.get("status") == "tidak_terbukti" and any(_rank(x) for x in ground):
            cleared.append(f"{a.get('name')}")
    m["not_overclaimed"].check(key, not over, "; ".join(over))
    m["not_cleared"].check(key, not cleared, "; ".join(cleared))


def score_accused(m: Measures, key: str, g: Row, c: Row) -> None:
    """Names of accused people, then their status."""
    left = list(c.get("accused") or [])
    for a in g.get("accused") or []:
        hit = next((x for x in left if same_person(a["name"], x.get("name"))), None)
        m["accused"].check(key, hit is not None, repr(a["name"]))
        if hit is not None:
            left.remove(hit)
            m["accused_status"].check(
                key, hit.get("status") == a.get("status"), f"{a['name']}: {hit.get('status')!r} for {a.get('status')!r}"
            )
    for x in left:
        m["accused"].surplus(key, repr(x.get("name")))


def score_counts(m: Measures, key: str, g: Row, c: Row) -> None:
    """On values."""
    want, have = [x["value"] for x in g.get("counts") or []], [x.get("value") for x in c.get("counts") or []]
    m["counts"].sets(key, want, have)


def score_evidence(m: Measures, key: str, c: Row) -> None:
    """Each event names sentences, each date its string, and they stand in the title or text."""
    whole = f"{c.get('title') or ''}\n{c.get('text') or ''}"
    for e in c.get("events") or []:
        m["evidence"].check(
            key, bool(e.get("evidence")) and all(x in whole for x in e["evidence"]), f"{e.get('type')}: {e.get('evidence')!r}"
        )
    for d in c.get("dates") or []:
        m["evidence"].check(key, bool(d.get("text")) and d["text"] in whole, f"date {d.get('text')!r}")


def score_page(m: Measures, key: str, g: Row, c: Row) -> None:
    """What must stand in the text and what must not be read from it."""
    text, must_not = (c.get("text") or "").lower(), g.get("must_not") or {}
    for phrase in (g.get("must_have") or {}).get("in_text", []):
        m["must_have"].check(key, phrase.lower() in text, f"text lacks {phrase!r}")
    for phrase in must_not.get("in_text", []):
        m["must_not"].check(key, phrase.lower() not in text, f"text holds {phrase!r}")
    for name in must_not.get("as_official", []):
        m["must_not"].check(key, not any(fold(name) in fold(o.get("name")) for o in c.get("officials") or []), f"official {name!r}")
    for name in must_not.get("main_region", []):
        m["must_not"].check(key, region(name) not in named(c, UNITS, main=True), f"main region {name!r}")
    for day in must_not.get("published", []):
        m["must_not"].check(key, str(c.get("published") or "")[:10] != day, f"published {day}")
    told, coded = {e["type"] for e in g.get("events") or []}, {e.get("type") for e in c.get("events") or []}
    for rule in must_not.get("events", []):
        for kind in (k.strip() for k in rule.split(":")[0].split(",")):
            m["must_not"].check(key, kind in told or kind not in coded, f"event {kind!r}")


FIELDS: list[Callable[[Measures, str, Row, Row], None]] = [
    score_places,
    score_officials,
    score_agencies,
    score_dates,
    score_events,
    score_accused,
    score_counts,
    score_page,
]


def score(gold: dict[str, Row], coded: dict[str, Row]) -> Measures:
    """All fields of all gold articles; one that `coded` lacks counts as coded with nothing."""
    m = Measures()
    for key, g in gold.items():
        c = coded.get(key) or {}
        score_head(m, key, g, c)
        score_claims(m, key, g, c)
        if g["relevant"]:
            for field in FIELDS:
                field(m, key, g, c)
            m["elections"].sets(key, set(g.get("elections") or []), set(c.get("elections") or []))
            score_evidence(m, key, c)
    return m

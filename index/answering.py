"""What every back end does alike with what it found: hits, facet values, bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from extraction.model import CodedArticle, Region
from index.analysis import folded
from index.document import day_of, shown_title
from index.query import And, Node, Or, Phrase, Word
from index.regions import region_of
from index.snippets import Marker, snippet
from index.store import FacetValue, Hit, Question, Sort

MOST_CHOICES = 200  # values that a facet shows; those chosen are always among them
MOST_SUGGESTED = 20
_RANKED = (Word, Phrase)  # a prefix counts the same for every article


def hit_of(coded: CodedArticle, marker: Marker) -> Hit:
    """The hit that an article makes for a question."""
    version, outlet = coded.version, coded.article.outlet
    title, is_excerpt = shown_title(version)
    day, basis = day_of(version)
    return Hit(
        article=coded.article.id,
        title=title,
        title_is_excerpt=is_excerpt,
        url=version.url or coded.article.url,
        outlet=outlet.name or outlet.domain,
        day=day,
        day_basis=basis,
        snippet=snippet(coded, marker),
        regions=[r.region for r in sorted(coded.regions, key=lambda r: not r.main)],
        events=coded.events,
    )


def sort_of(question: Question, node: Node) -> Sort:
    """The order of the hits: without a word in the question nothing is more relevant than another, so the newest stand first."""
    return question.sort if question.sort != "relevance" or ranks(node) else "newest"


def ranks(node: Node) -> bool:
    """Whether the node holds a word that counts for relevance."""
    if isinstance(node, And | Or):
        return any(ranks(part) for part in node.parts)
    return isinstance(node, _RANKED)


def facet_values(facet: str, counts: Mapping[str, int], chosen: tuple[str, ...], labels: Mapping[str, str]) -> list[FacetValue]:
    """The choices of a facet, the most frequent first, equals by value; chosen ones are kept, also where they lead nowhere."""
    listed = dict.fromkeys(chosen, 0) | dict(counts)
    order = sorted(listed.items(), key=lambda item: (-item[1], item[0]))
    kept = [item for i, item in enumerate(order) if i < MOST_CHOICES or item[0] in chosen]
    label = _LABELS.get(facet, _known_label)
    return [FacetValue(value, label(value, labels), count) for value, count in kept]


def _region_label(code: str, _known: Mapping[str, str]) -> str:
    region = region_of(code)
    return region.name if region else code


def _known_label(value: str, known: Mapping[str, str]) -> str:
    return known.get(value, value)


def _vocabulary_label(value: str, _known: Mapping[str, str]) -> str:
    return value.replace("_", " ")


_LABELS: dict[str, Callable[[str, Mapping[str, str]], str]] = {
    "wilayah": _region_label,
    "jenis": _vocabulary_label,
    "status": _vocabulary_label,
    "subjek": _vocabulary_label,
    "bentuk": _vocabulary_label,
}


def outlet_labels(pairs: Mapping[str, int]) -> dict[str, str]:
    """Outlet names by key, from the values of `media_nama` (`key|name`); the most frequent name of a key, then the first by letters."""
    labels: dict[str, str] = {}
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        key, _, name = pair.partition("|")
        labels.setdefault(key, name or key)
    return labels


def suggested(regions: Iterable[Region], text: str) -> list[Region]:
    """Regions whose name holds the text, higher units first, then by name."""
    wanted = folded(text)
    found = [region for region in regions if wanted in folded(region.name)]
    return sorted(found, key=lambda r: ((r.code or "").count("."), r.name, r.code or ""))[:MOST_SUGGESTED]

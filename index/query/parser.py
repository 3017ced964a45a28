"""From the query string to nodes, by luqum's grammar. Words side by side are joined by AND; a quoted phrase means its exact words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

from luqum import tree
from luqum.exceptions import IllegalCharacterError, ParseError
from luqum.thread import parse as luqum_parse

from index.analysis import stem, words
from index.query.days import span_of
from index.query.fields import DAY_FIELDS, FIELDS, TOKEN_FIELDS, VOCABULARIES, region_name, same_meaning, vocabulary_value
from index.query.nodes import All, AnyOf, Days, Node, Phrase, Prefix, Without, Word, conjunction, disjunction
from index.store import QueryError

# Bounds that no question of a person reaches, and that keep a hostile one cheap (reliability.md, hostile case 24).
LONGEST = 4_000  # characters of a query
DEEPEST = 20  # parentheses within parentheses
DEEPEST_TREE = 80  # levels of the parsed tree, which NOT NOT NOT … would deepen without parentheses
MOST_TERMS = 256
MOST_PREFIXES = 16
SHORTEST_PREFIX = 2  # letters before the asterisk
WIDEST_SLOP = 50

RegionCodes = Callable[[str], tuple[str, ...]]
_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'})
_AT = re.compile(r"at position (\d+)")
_ESCAPE = re.compile(r"\\(.)")


def parse_query(query: str, regions: RegionCodes) -> Node:
    """The node of a query; All where it is blank. `regions` gives the codes that a folded region name or code means.

    Raises QueryError with an Indonesian message and the position of the mistake.
    """
    if not query.strip():
        return All()
    _check_bounds(query)
    text = query.translate(_QUOTES)
    try:
        parsed = luqum_parse(text)
    except ParseError as error:
        raise _syntax_error(text, error) from error
    node = _Builder(regions).build(parsed)
    if node is None:
        raise QueryError("Tidak ada kata yang dapat dicari.", 0)
    return node


def _check_bounds(query: str) -> None:
    if len(query) > LONGEST:
        raise QueryError(f"Pencarian terlalu panjang: {len(query)} huruf, paling banyak {LONGEST}.", LONGEST)
    depth, quoted = 0, False
    for position, letter in enumerate(query.translate(_QUOTES)):
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in "()":
            depth += 1 if letter == "(" else -1
            if depth > DEEPEST:
                raise QueryError(f"Tanda kurung terlalu dalam: paling banyak {DEEPEST} tingkat.", position)


def _syntax_error(text: str, error: ParseError) -> QueryError:
    if text.count('"') % 2:
        return QueryError("Tanda kutip belum ditutup.", text.rindex('"'))
    found = _AT.search(str(error))
    if found:
        position = int(found[1])
        kind = "Tanda yang tidak dikenal" if isinstance(error, IllegalCharacterError) else "Pencarian tidak dapat dibaca mulai"
        return QueryError(f"{kind} di huruf ke-{position + 1}.", position)
    if text.count("(") > text.count(")"):
        return QueryError("Tanda kurung belum ditutup.", text.rindex("("))
    return QueryError("Pencarian terputus: ada kata yang masih diharapkan di akhir.", len(text))


class _Builder:
    """Walks luqum's tree once. A part without any word gives None and drops out."""

    def __init__(self, regions: RegionCodes) -> None:
        self.regions = regions
        self.terms = 0
        self.prefixes = 0

    def build(self, item: tree.Item, field: str | None = None, depth: int = 0) -> Node | None:
        if depth > DEEPEST_TREE:
            raise QueryError("Pencarian terlalu bertingkat; sederhanakan.", item.pos or 0)
        if isinstance(item, tree.SearchField):
            return self._field(item, field, depth)
        if isinstance(item, tree.Group | tree.FieldGroup | tree.Plus):
            return self.build(item.children[0], field, depth + 1)
        if isinstance(item, tree.Not | tree.Prohibit):
            part = self.build(item.children[0], field, depth + 1)
            return None if part is None else Without(part)
        if isinstance(item, tree.BaseOperation):
            parts = [node for child in item.children if (node := self.build(child, field, depth + 1)) is not None]
            if not parts:
                return None
            return disjunction(parts) if isinstance(item, tree.OrOperation) else conjunction(parts)
        return self._leaf(item, field)

    def _field(self, item: tree.SearchField, outer: str | None, depth: int) -> Node | None:
        name = item.name.lower()
        if outer is not None or name not in FIELDS:
            known = ", ".join(f"{known}:" for known in FIELDS)
            raise QueryError(f"Bidang “{item.name}:” tidak dikenal. Yang ada: {known}. Titik dua biasa perlu tanda kutip.", item.pos or 0)
        return self.build(item.children[0], name, depth + 1)

    def _leaf(self, item: tree.Item, field: str | None) -> Node | None:
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise QueryError(f"Terlalu banyak kata: paling banyak {MOST_TERMS}.", item.pos or 0)
        if field in DAY_FIELDS:
            return self._days(item, DAY_FIELDS[field])
        if isinstance(item, tree.Proximity):
            return self._phrase(item.children[0], field, _slop(item))
        if isinstance(item, tree.Phrase):
            return self._phrase(item, field, 0)
        if isinstance(item, tree.Word):
            return self._word(item, field)
        kinds = {tree.Fuzzy: "~", tree.Boost: "^", tree.Regex: "/…/", tree.Range: "[… TO …]", tree.From: ">", tree.To: "<"}
        sign = next((sign for kind, sign in kinds.items() if isinstance(item, kind)), type(item).__name__)
        raise QueryError(f"Tanda {sign} tidak dapat dipakai di sini.", item.pos or 0)

    def _word(self, item: tree.Word, field: str | None) -> Node | None:
        printed = _ESCAPE.sub(r"\1", item.value)
        if item.has_wildcard():
            return self._prefix(item, field)
        tokens = tuple(words(printed))
        if field == "wilayah" or field in VOCABULARIES:
            return self._value(field, printed, item.pos or 0)
        if not tokens:
            return None
        if field is not None:
            return _tokens(TOKEN_FIELDS[field], tokens)
        return disjunction([_tokens("exact", form) if len(form) > 1 else Word("stem", stem(form[0])) for form in same_meaning(tokens)])

    def _phrase(self, item: tree.Phrase, field: str | None, slop: int) -> Node | None:
        printed = _ESCAPE.sub(r"\1", item.value[1:-1])
        if field == "wilayah" or field in VOCABULARIES:
            return self._value(field, printed, item.pos or 0)
        if field is not None and slop:
            raise QueryError(f"Tanda ~ hanya untuk kata-kata naskah, tidak untuk {field}:.", item.pos or 0)
        if "*" in printed:
            raise QueryError("Tanda * tidak dapat dipakai di dalam kutipan.", (item.pos or 0) + item.value.index("*"))
        tokens = tuple(words(printed))
        self.terms += len(tokens)
        if not tokens:
            return None
        if field is not None:
            return _tokens(TOKEN_FIELDS[field], tokens)
        forms = (tokens,) if slop else same_meaning(tokens)
        return disjunction([_tokens("exact", form, slop) for form in forms])

    def _prefix(self, item: tree.Word, field: str | None) -> Node:
        self.prefixes += 1
        position = item.pos or 0
        start = words(item.value[:-1])
        if self.prefixes > MOST_PREFIXES:
            raise QueryError(f"Terlalu banyak tanda *: paling banyak {MOST_PREFIXES}.", position)
        if field == "wilayah" or field in VOCABULARIES:
            raise QueryError(f"Tanda * tidak dapat dipakai untuk {field}:.", position)
        if not item.value.endswith("*") or "*" in item.value[:-1] or "?" in item.value or len(start) != 1:
            raise QueryError("Tanda * hanya dapat berdiri di akhir satu kata (netral*).", position)
        if len(start[0]) < SHORTEST_PREFIX:
            raise QueryError(f"Perlu paling sedikit {SHORTEST_PREFIX} huruf sebelum tanda *.", position)
        return Prefix(TOKEN_FIELDS[field] if field else "exact", start[0])

    def _value(self, field: str, printed: str, position: int) -> Node:
        if field == "wilayah":
            return AnyOf("wilayah", self.regions(printed if re.fullmatch(r"[\d.]+", printed) else region_name(printed)))
        value = vocabulary_value(field, printed)
        if value is None:
            known = ", ".join(member.value for member in VOCABULARIES[field])
            raise QueryError(f"“{printed}” bukan {field} yang dikenal. Yang ada: {known}.", position)
        return AnyOf(field, (value,))

    def _days(self, item: tree.Item, field: str) -> Node:
        if isinstance(item, tree.Range):
            since, until = (_bound(end) for end in (item.low, item.high))
            if not (item.include_low and item.include_high):
                raise QueryError("Rentang tanggal memakai kurung siku: [2024-09-01 TO 2024-11-30].", item.pos or 0)
            if since and until and since[0] > until[1]:
                raise QueryError("Rentang tanggal terbalik: yang awal lebih kemudian dari yang akhir.", item.pos or 0)
            return Days(field, since[0].toordinal() if since else None, until[1].toordinal() if until else None)
        if isinstance(item, tree.From | tree.To) and item.include:
            bound = _bound(item.children[0])
            if bound:
                return Days(field, bound[0].toordinal(), None) if isinstance(item, tree.From) else Days(field, None, bound[1].toordinal())
        single = _bound(item) if isinstance(item, tree.Word | tree.Phrase) else None
        if single is None:
            raise QueryError("Tanggal ditulis 2024-09-17, 2024-09, 2024 atau [2024-09-01 TO 2024-11-30].", item.pos or 0)
        return Days(field, single[0].toordinal(), single[1].toordinal())


def _bound(item: tree.Item) -> tuple[date, date] | None:
    value = str(item.value).strip('"')
    if value == "*":
        return None
    try:
        return span_of(value)
    except ValueError as error:
        raise QueryError(f"“{value}” bukan tanggal: tulis 2024-09-17, 2024-09 atau 2024.", item.pos or 0) from error


def _slop(item: tree.Proximity) -> int:
    slop = int(item.degree)
    if slop > WIDEST_SLOP:
        raise QueryError(f"Jarak kata paling jauh {WIDEST_SLOP}.", item.pos or 0)
    return slop


def _tokens(field: str, tokens: tuple[str, ...], slop: int = 0) -> Node:
    """One token, a phrase, or with slop each word near the next: engines count the moves of three words and more differently."""
    if len(tokens) == 1:
        return Word(field, tokens[0])
    if not slop:
        return Phrase(field, tokens)
    return conjunction([Phrase(field, (a, b), slop) for a, b in pairwise(tokens)])

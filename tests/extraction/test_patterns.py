"""Grouped alternatives match what the pattern matched before, at the same places, by the same branch."""

from __future__ import annotations

import random
import re

import pytest

from extraction.patterns import Several, compiled, grouped

WRITTEN = [
    r"\b(?:asn|aparat(?:ur)?(?: sipil)? negara|aparat desa|camat|lurah|lur|kades|kepala (?:desa|dinas|dusun))\b",
    r"(?P<a>satu|sama|sampai|dua)|(?P<b>sat|sa|duapuluh|di)",
    r"(?:ab|a|abc|b|bc|)+c",
    r"(?:a?b|ab|ac|ad|ae)x",
    r"(?:a|b*|ba|bb|c)d",
    r"(?:[|()]|a\||a\(|ab|b\)|c)",
    r"(?i:ab|AC|aD|b)|(?-i:ab|ac|ad|b)",
    r"(?<!ab|cd)(?:x|xa|xb|ya|yb)(?=a|b|ab|c)(?!aa|bb|cc|ab)",
    r"(?>ab|a|abc|ac)c|(a|b|ab|c)(?P=q)?".replace("(?P=q)?", r"\1?"),
    r"(?:\d|a\d|ab|\w|b|ba)",
    r"(?<![\w-])(?:(?P<one>asn|a)|(?P<two>dua|d))(?!\w)|(?<!\w)(?:ab|)c|(?<![\w.])(?:1|b)",
    r"\b(?:(?P<one>asn|aparat desa)|(?P<two>(?:ke)?pala dinas|camat)|(?P<three>(?-i:Camat|DUA)|lurah)|(?P<four>k?d|y{2}|(?:ab?)+?c))",
]
LETTERS = "abcdxy|()1 -."


@pytest.mark.parametrize("source", WRITTEN)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_the_same_matches_by_the_same_branch(source: str, flags: int) -> None:
    chance = random.Random(source)
    before, after = re.compile(source, flags), compiled(source, flags)
    assert before.groupindex == after.groupindex and before.groups == after.groups
    for _ in range(500):
        text = "".join(chance.choices(LETTERS, k=12)) + chance.choice(["aparat desa", "Camat", "SATU sama", " kepala dinas", "duapuluh"])
        assert [(m.span(), m.groups()) for m in before.finditer(text)] == [(m.span(), m.groups()) for m in after.finditer(text)], text


def test_random_patterns_stay_the_same() -> None:
    chance = random.Random(20241127)

    def branch(depth: int) -> str:
        pieces = ["a", "b", "ab", "c", r"\b", "[ab]", "x?", " ", r"\|", "a+?", "(?:b)?"]
        made = "".join(chance.choices(pieces, k=chance.randint(0, 3)))
        pieces = [made]
        if depth and chance.random() < 0.6:
            opening, repeat = chance.choice(["(?:", "(", "(?i:", "(?-i:"]), chance.choice(["", "", "?", "{1,2}", "??"])
            pieces.append(f"{opening}{alternatives(depth - 1)}){repeat}")
        return "".join(pieces if chance.random() < 0.5 else pieces[::-1])

    def alternatives(depth: int) -> str:
        return "|".join(branch(depth) for _ in range(chance.randint(1, 7)))

    for _ in range(400):
        source = alternatives(3)
        flags = chance.choice([0, re.IGNORECASE])
        before, after = re.compile(source, flags), compiled(source, flags)
        for _ in range(12):
            text = "".join(chance.choices("abcxABX |", k=10))
            assert [m.span() for m in before.finditer(text)] == [m.span() for m in after.finditer(text)], (source, text)


def test_many_words_are_tried_by_their_first_letters() -> None:
    assert grouped("asn|aparat|apel|camat|lurah") == "a(?:sn|p(?:arat|el))|camat|lurah"
    assert grouped("asn|camat") == "asn|camat"
    assert grouped("asn|b|c|(?P<x>dua|empat)", folded=True) == "(?-i:[aA])sn|(?-i:[bB])|(?-i:[cC])|(?-i:(?=[DEde]))(?P<x>dua|empat)"
    assert grouped("(?x) a | b | c | ca") == "(?x) a | b | c | ca"


def test_several_patterns_find_what_each_finds_alone() -> None:
    chance = random.Random(5)
    sources = [
        r"\b(?:(?:me|di)?lapor(?:kan)?|aduan)\b",
        r"\b(?:lapor|a)",
        r"\bterbukti\b|\b(?:di)?lapor diri\b",
        r"\b(?:di|ter)\w+",
        r"\baduan dari\b",
    ]
    together = Several(sources, re.IGNORECASE)
    for _ in range(300):
        text = " ".join(
            chance.choices(["melaporkan", "Dilapor", "diri", "terbukti", "aduan", "dari", "a", "lapor-lapor", "TERLAPOR", "xlapor"], k=9)
        )
        found: list[list[tuple[int, int]]] = [[] for _ in sources]
        for number, match in together.finditer(text):
            found[number].append(match.span())
        assert found == [[m.span() for m in re.compile(source, re.IGNORECASE).finditer(text)] for source in sources], text

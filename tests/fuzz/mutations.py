"""Seeded mutations of HTML pages, each a function (bytes, random) -> bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

Mutation = Callable[[bytes, random.Random], bytes]

# Runs that make careless patterns backtrack; each is repeated to the asked length.
BOMBS: list[str] = json.loads((Path(__file__).parent / "bombs.json").read_text("utf-8"))
_TAGS = [
    b"<p>",
    b"</p>",
    b"<div>",
    b"</div>",
    b"<table>",
    b"<td>",
    b"<script>",
    b"</script>",
    b"<!--",
    b"-->",
    b"<title>",
    b"<br>",
    b"<li>",
    b"<svg>",
]
_BIDI = ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u200b", "\ufeff", "\ufffd"]
_CHARSETS = ["utf-16", "cp1252", "utf-7", "shift_jis", "cp037", "utf-32"]


def bomb(run: str, characters: int) -> str:
    """The run repeated to that many characters."""
    return (run * (characters // len(run) + 1))[:characters]


def _cut(page: bytes, rnd: random.Random) -> bytes:
    return page[: rnd.randrange(len(page) + 1)]


def _flip(page: bytes, rnd: random.Random) -> bytes:
    out = bytearray(page)
    for _ in range(rnd.randint(1, 1 + len(out) // 20)):
        out[rnd.randrange(len(out))] = rnd.randrange(256)
    return bytes(out)


def _soup(page: bytes, rnd: random.Random) -> bytes:
    for _ in range(rnd.randint(1, 60)):
        at = rnd.randrange(len(page) + 1)
        page = page[:at] + rnd.choice(_TAGS) * rnd.randint(1, 9) + page[at:]
    return page


def _double(page: bytes, rnd: random.Random) -> bytes:
    start = rnd.randrange(len(page))
    block = page[start : start + rnd.randint(1, 5000)]
    return page[:start] + block * rnd.randint(2, 30) + page[start:]


def _delete(page: bytes, rnd: random.Random) -> bytes:
    start = rnd.randrange(len(page))
    return page[:start] + page[start + rnd.randint(1, 3000) :]


def _shuffle(page: bytes, rnd: random.Random) -> bytes:
    parts = page.split(b"<")
    rnd.shuffle(parts)
    return b"<".join(parts)


def _nul(page: bytes, rnd: random.Random) -> bytes:
    at = rnd.randrange(len(page))
    return page[:at] + b"\0" * rnd.randint(1, 500) + page[at:]


def _insert(page: bytes, rnd: random.Random, text: str) -> bytes:
    """Put a text into the body: behind a paragraph's start where there is one."""
    starts = [i for i in range(0, len(page), 7) if page.startswith(b"<p", i)]
    at = page.find(b">", rnd.choice(starts)) + 1 if starts else rnd.randrange(len(page))
    return page[:at] + text.encode("utf-8", "surrogatepass") + page[at:]


def _bidi(page: bytes, rnd: random.Random) -> bytes:
    for _ in range(rnd.randint(1, 40)):
        page = _insert(page, rnd, rnd.choice(_BIDI) * rnd.randint(1, 30))
    return page


def _charset(page: bytes, rnd: random.Random) -> bytes:
    text = page.decode("utf-8", "replace").replace("\ufffd", "?")
    return text.encode(rnd.choice(_CHARSETS), "ignore") if rnd.random() < 0.5 else page.replace(b"utf-8", rnd.choice(_CHARSETS).encode())


def _bomb(page: bytes, rnd: random.Random) -> bytes:
    return _insert(page, rnd, bomb(rnd.choice(BOMBS), rnd.choice([1000, 10_000, 50_000])))


def _attribute(page: bytes, rnd: random.Random) -> bytes:
    return _insert(page, rnd, f'<a title="{bomb(rnd.choice(BOMBS), 300_000)}">x</a>')


ORDINARY: list[Mutation] = [_cut, _flip, _soup, _double, _delete, _shuffle, _nul, _bidi, _charset, _bomb, _attribute]


def mutated(page: bytes, rnd: random.Random) -> tuple[str, bytes]:
    """One to three ordinary mutations of a page, with their names."""
    names = []
    for change in rnd.choices(ORDINARY, k=rnd.randint(1, 3)):
        page = change(page or b"<p>x", rnd)
        names.append(change.__name__)
    return "+".join(names), page


def extremes(page: bytes) -> list[tuple[str, bytes]]:
    """The few sizes that a hostile server would try, on one page each."""
    rnd = random.Random(0)
    huge = {
        "deep nesting": "<div>" * 200_000,
        "deep inline nesting": "<b>" * 200_000,
        "5 MB text": bomb("Ketua Bawaslu Kabupaten Rembang mengatakan netralitas ASN, ", 5_000_000),
        "5 MB one word": "a" * 5_000_000,
        "100,000 paragraphs": "<p>Netralitas ASN pada Pilkada 2024.</p>" * 100_000,
        "20,000 attributes": "<a " + " ".join(f'data-x{i}="1"' for i in range(20_000)) + ">x</a>",
        "100,000 breaks": "kata<br>" * 100_000,
        "100,000 links": '<a href="/x">Bawaslu</a>' * 100_000,
    }
    return [(name, _insert(page, rnd, text)) for name, text in huge.items()]

"""What passes between the command, the keeper and the worker: msgpack, one message each way a page."""

from __future__ import annotations

import msgspec

from extraction.model import CodedArticle, Source


class Limits(msgspec.Struct, frozen=True):
    """What one page may cost.

    `seconds` of the clock and of the processor (the hard stop of 10 s is the design's). `megabytes` of address space beside what the
    libraries and tables take: the costliest pages that are read (60,000 elements, 8 MB) took at most 250. `pages` a worker codes before
    a fresh one takes over, which bounds what libraries leak.
    """

    seconds: float = 10.0
    megabytes: int = 1000
    pages: int = 500


class Coded(msgspec.Struct, frozen=True, tag="coded"):
    """The page's record."""

    article: CodedArticle


class NoArticle(msgspec.Struct, frozen=True, tag="refused"):
    """Why the page has none (Indonesian). `broken`: it broke a limit or the code, so the worker is not used again."""

    reason: str
    broken: bool = False


Answer = Coded | NoArticle

READY = b"ready"  # the keeper's first message, once libraries and tables are loaded

encode = msgspec.msgpack.Encoder().encode
decode_source = msgspec.msgpack.Decoder(Source).decode
decode_answer: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Coded | NoArticle)

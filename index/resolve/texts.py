"""Text clusters: articles that carry the same text or nearly so (syndication, light rewriting), by MinHash over word shingles.

A signature estimates the share of shingles that two texts have in common; bands of it find candidates without comparing all pairs.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from index.analysis import words

Signature = npt.NDArray[np.uint32]

SHINGLE = 4  # words, as in the measure of extraction.md ("4-word shingles")
_HASHES = 64  # the estimate's standard error is then at most 0.0625
_ROWS = 4  # rows of a band: 16 bands of 4 find a pair that shares 0.7 of its shingles with a chance of 0.99
SAME = 0.7  # share of common shingles from which two texts count as one text
_PRIME = np.uint64(4_294_967_311)  # the first prime above 2^32
_SEED = 20_240_922
_random = np.random.Generator(np.random.PCG64(_SEED))
_A = _random.integers(1, 2**31, size=(_HASHES, 1), dtype=np.uint64)
_B = _random.integers(0, 2**31, size=(_HASHES, 1), dtype=np.uint64)


def signature(text: str) -> Signature:
    """MinHash of a text's shingles; a text shorter than a shingle is its own one."""
    tokens = words(text)
    count = max(1, len(tokens) - SHINGLE + 1)
    shingles = {" ".join(tokens[i : i + SHINGLE]).encode("utf-8", "surrogatepass") for i in range(count)}
    hashes = np.fromiter((zlib.crc32(s) for s in shingles), dtype=np.uint64, count=len(shingles))
    sign: Signature = ((_A * hashes + _B) % _PRIME).min(axis=1).astype(np.uint32)
    return sign


def bands(sign: Signature) -> list[int]:
    """The signature's bands as signed 64-bit numbers: texts that share none are not compared."""
    found: list[int] = []
    for i in range(0, _HASHES, _ROWS):
        piece = i.to_bytes(1, "big") + sign[i : i + _ROWS].tobytes()
        found.append(zlib.crc32(piece) | zlib.adler32(piece) << 31)
    return found


def packed(sign: Signature) -> bytes:
    """The signature as bytes, the same on every machine."""
    return sign.astype("<u4").tobytes()


def unpacked(raw: bytes) -> Signature:
    """The signature from `packed`."""
    return np.frombuffer(raw, dtype="<u4").astype(np.uint32)


def alike(a: Signature, b: Signature) -> float:
    """Estimated share of common shingles, 0 to 1."""
    return float((a == b).mean())


def clusters(signatures: Mapping[str, Signature]) -> dict[str, str]:
    """For each article the cluster that it belongs to, named by the smallest article id in it."""
    parent = {article: article for article in signatures}

    def find(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    def join(article: str, other: str) -> bool:
        a, b = find(article), find(other)
        if a == b:
            return True
        if alike(signatures[article], signatures[other]) < SAME:
            return False
        parent[max(a, b)] = min(a, b)
        return True

    by_band: dict[int, list[str]] = {}
    # A band lists one article of each cluster found so far: a copy is compared with one of its kind, not with all of them.
    for article in sorted(signatures):
        for band in bands(signatures[article]):
            earlier = by_band.setdefault(band, [])
            if not any(join(article, other) for other in earlier):
                earlier.append(article)
    return {article: find(article) for article in signatures}

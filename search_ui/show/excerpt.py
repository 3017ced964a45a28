"""Which stretches of an article a page may show: excerpts, not full texts (reliability.md, "Law").

The sentences that prove an event or a step of a case are always shown, since every value opens its sentence. The lead and the
sentences of figures and quotes are added as long as no more than `SHARE` of the text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extraction.model import ArticleVersion, CodedArticle, Span

SHARE = 0.6  # of the text's letters: what is left out must stay a reason to open the source
LONGEST = 2_400  # characters of lead, figures and quotes together, however long the text is: about one printed page
_END = re.compile(r"[.?!][\"”’')]*(?=\s)|\n")


def sentence_at(version: ArticleVersion, span: Span) -> Span:
    """The stretch from the end of the sentence before the span to the end of the one that holds its last letter."""
    whole = version.whole
    start, end = 0, len(whole)
    for mark in _END.finditer(whole):
        if mark.end() <= span.start:
            start = mark.end()
        elif mark.end() >= span.end:
            end = mark.end()
            break
    while start < span.start and whole[start].isspace():
        start += 1
    return Span(start, len(whole[:end].rstrip()))


def evidence_of(coded: CodedArticle) -> list[Span]:
    """The sentences of all events and case entries, in order, each once."""
    return sorted({span for event in coded.events for span in event.evidence} | {entry.evidence for entry in coded.cases})


def body_start(version: ArticleVersion) -> int:
    """Where the text begins in `whole`."""
    return len(version.whole) - len(version.text)


def shown_spans(coded: CodedArticle) -> list[Span]:
    """The stretches of the text (never of the title) to show, in order, joined where they overlap; none for an irrelevant article."""
    version = coded.version
    first = body_start(version)
    if not version.relevant or not version.text:
        return []
    shown = joined(span for span in evidence_of(coded) if span.start >= first)
    budget = min(int(len(version.text) * SHARE), LONGEST)
    lead = sentence_at(version, Span(first, first + 1))
    extra = [lead, *(sentence_at(version, f.span) for f in coded.figures), *(sentence_at(version, q.span) for q in coded.quotes)]
    for span in extra:
        wider = joined([*shown, span]) if span.start >= first else shown
        if _length(wider) <= budget:
            shown = wider
    return shown or [Span(lead.start, min(lead.end, lead.start + budget))]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)

"""From archive to store: each archived page is coded and put; what holds no article is counted with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from cli.bounded import Answer, Coder, NoArticle, shared_coder
from cli.containers import Containers
from extraction.model import CodedArticle, Source
from index.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 50  # coded articles held before a put: some 5 MB of records


class Refused(msgspec.Struct):
    """An input that became no article, and why."""

    name: str
    reason: str


class PipelineReport(msgspec.Struct):
    """What became of the pages of one run. `recoded` are known versions that newer components read differently, `withheld` articles that
    the ledger took down."""

    new: int = 0
    new_versions: int = 0
    unchanged: int = 0
    recoded: int = 0
    withheld: int = 0
    relevant: int = 0
    refused: list[Refused] = []

    @property
    def taken(self) -> int:
        """Pages that changed the record."""
        return self.new + self.new_versions + self.recoded

    def reasons(self) -> list[tuple[str, int]]:
        """Reasons of refusal with how often each came, most frequent first."""
        return Counter(r.reason for r in self.refused).most_common()


class Pipeline:
    """Codes sources in a bounded process and puts them into a store, in batches."""

    def __init__(
        self, store: Store, containers: Containers, on_page: Callable[[str], None] | None = None, coder: Coder | None = None
    ) -> None:
        self.store = store
        self.containers = containers
        self.on_page = on_page
        self.coder = coder or shared_coder()
        self.report = PipelineReport()
        self._batch: list[CodedArticle] = []
        self._relevant: set[str] = set()  # article ids, so that two versions of one article count once, as on the pages

    def run(self, sources: Iterable[Source]) -> PipelineReport:
        """Code and put all sources, then settle the store. Raises StoreUnreachable; what was put until then stays."""
        for source, answer in self.coder.run(self.containers.hinted(sources)):
            self._one(source, answer)
        self._flush()
        self.store.settle()
        return self.report

    def _one(self, source: Source, answer: Answer) -> None:
        self.containers.learn(source, answer)
        if isinstance(answer, NoArticle):
            self.report.refused.append(Refused(source.name, answer.reason))
        else:
            self._count(answer.article)
            self._batch.append(answer.article)
            if len(self._batch) >= BATCH:
                self._flush()
        if self.on_page:
            self.on_page(source.name)

    def _count(self, coded: CodedArticle) -> None:
        """The newest version of an article says whether it is relevant."""
        (self._relevant.add if coded.version.relevant else self._relevant.discard)(coded.article.id)
        self.report.relevant = len(self._relevant)

    def _flush(self) -> None:
        if not self._batch:
            return
        self.containers.commit()
        put = self.store.put(self._batch)
        self._batch = []
        self.report.new += put.new
        self.report.new_versions += put.new_versions
        self.report.unchanged += put.unchanged
        self.report.recoded += put.recoded
        self.report.withheld += put.withheld
        self.report.refused += [Refused(key, reason) for key, reason in put.failed]

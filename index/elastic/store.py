"""The store on Elasticsearch: what the contract asks, answered by the server."""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from extraction.model import CodedArticle, Event, Region
from index.answering import hit_of, sort_of, suggested
from index.elastic import asking
from index.elastic.bulk import Operation, write
from index.elastic.cluster import Body, Cluster
from index.elastic.document import article_source, gone_source, milliseconds, version_source
from index.elastic.shelf import ElasticShelf
from index.elastic.translate import translate
from index.intake import Decision, Known, count, decide, decode
from index.ledger import Ledger
from index.quarantine import set_aside
from index.query import AnyOf, event_filter, to_node
from index.query.question import event_matches
from index.regions import codes_named, region_of
from index.resolve import settle
from index.snippets import Marker
from index.store import Answer, PersonProfile, PutReport, Question, StoredArticle, StoredEvent

_event = msgspec.json.Decoder(Event)
_profile = msgspec.json.Decoder(PersonProfile)
_HERE = {"term": {"gone": False}}
_ALL: Body = {"match_all": {}}


class ElasticStore:
    """See index/store.py. The ledger and what was set aside lie in local folders; one machine settles, any number may put.

    Raises StoreUnreachable where the server does not answer, refuses, or holds indices of another format.
    """

    def __init__(self, folder: Path, ledger: Ledger, *, url: str, api_key: str = "", prefix: str = "netra", beside: bool = False) -> None:
        self.folder = folder
        self.ledger = ledger
        self.cluster = Cluster(url, api_key, prefix, beside=beside)
        self._recover()

    def _recover(self) -> None:
        """Take down what the ledger says, and settle what a crash left unsettled."""
        here = [article for article, (doc, _) in self.cluster.get("articles", self.ledger.taken_down, ["gone"]).items() if not doc["gone"]]
        if here:
            self.forget(here)
        else:
            self.settle()

    # Writing

    def put(self, batch: Sequence[CodedArticle]) -> PutReport:
        self.ledger.refresh()
        report = PutReport()
        articles = self.cluster.get("articles", {coded.article.id for coded in batch})
        versions = self.cluster.get("versions", {coded.version.id for coded in batch})
        operations: list[Operation] = []
        outcomes: dict[str, Decision] = {}
        for coded in batch:
            if coded.article.id in self.ledger.taken_down:
                report.withheld += 1
                continue
            try:
                decision = self._decide(coded, articles, versions, operations)
            except UnicodeEncodeError as error:
                report.failed.append((coded.article.id, f"teks bukan Unicode yang utuh ({error.reason})"))
                continue
            outcomes[coded.version.id] = decision
            count(report, decision.outcome)
        for operation, reason in write(self.cluster, operations):
            source = operation.source or {}
            decision = outcomes[source["version"] if operation.index == self.cluster.alias("articles") else operation.id]
            if (decision.record.article.id, reason) not in report.failed:
                report.failed.append((decision.record.article.id, reason))
                setattr(report, decision.outcome, getattr(report, decision.outcome) - 1)
        set_aside(self.folder, report.failed)
        return report

    def _decide(
        self,
        coded: CodedArticle,
        articles: dict[str, tuple[Body, int]],
        versions: dict[str, tuple[Body, int]],
        operations: list[Operation],
    ) -> Decision:
        """Weigh one record against what the server (and this batch before it) has, and add what must be written."""
        article, version = articles.get(coded.article.id), versions.get(coded.version.id)
        decision = decide(coded, _known(version), _known(article))
        moment = milliseconds(decision.seen)
        if decision.changed or version is None or version[0]["seen"] != decision.seen.isoformat():
            source, number = version_source(decision), max(moment, version[1] + 1 if version else 0)
            operations.append(Operation(self.cluster.alias("versions"), coded.version.id, source, number))
            versions[coded.version.id] = (source, number)
        if decision.current and decision.changed:
            source, number = article_source(decision, article[0] if article else None), max(moment, article[1] + 1 if article else 0)
            operations.append(Operation(self.cluster.alias("articles"), coded.article.id, source, number))
            articles[coded.article.id] = (source, number)
        elif decision.current and article and article[0]["seen"] != decision.seen.isoformat():
            source, number = article[0] | {"seen": decision.seen.isoformat()}, article[1] + 1
            operations.append(Operation(self.cluster.alias("articles"), coded.article.id, source, number))
            articles[coded.article.id] = (source, number)
        return decision

    def settle(self) -> None:
        with self._alone():
            settle(ElasticShelf(self.cluster), self.ledger)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Only one process of this machine settles at a time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "settle.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def take_place(self) -> None:
        self.cluster.take_place()
        self.close()

    def clear(self) -> None:
        with self._alone():
            self.cluster.drop()

    def forget(self, article_ids: Iterable[str]) -> int:
        found = self.cluster.get("articles", set(article_ids), ["gone"])
        here = {article: version for article, (doc, version) in found.items() if not doc["gone"]}
        self.cluster.refresh("versions")
        versions = self.cluster.scan("versions", {"terms": {"article": sorted(here)}}, ["id"])
        operations = [Operation(self.cluster.alias("versions"), doc["id"], None) for doc in versions]
        operations += [Operation(self.cluster.alias("articles"), article, gone_source(article), v + 1) for article, v in here.items()]
        write(self.cluster, operations)
        self.settle()
        return len(here)

    # Reading

    def article(self, key: str) -> StoredArticle | None:
        found = self.cluster.get("articles", {key}).get(key)
        document = found[0] if found else None
        if document is None:
            hits = self.cluster.search(
                "articles", {"size": 1, "query": {"bool": {"filter": [_HERE, {"term": {"aliases": key}}]}}, "sort": [{"id": "asc"}]}
            )["hits"]["hits"]
            document = hits[0]["_source"] if hits else None
        if document is None or document["gone"]:
            return None
        article = document["id"]
        versions = [decode(doc["record"]).version for doc in self.cluster.scan("versions", {"term": {"article": article}}, ["record"])]
        copies = [doc["id"] for doc in self.cluster.scan("articles", {"term": {"cluster": document["cluster"]}}, ["id"])]
        versions.sort(key=lambda version: (version.fetched.isoformat(), version.id))
        return StoredArticle(decode(document["record"]), versions, [other for other in copies if other != article])

    def search(self, question: Question) -> Answer:
        node = to_node(question, codes_named)
        answer = self.cluster.search("articles", asking.search_body(question, node, sort_of(question, node)))
        marker = Marker(node)
        hits = [hit_of(decode(hit["_source"]["record"]), marker) for hit in answer["hits"]["hits"]]
        counts = asking.counts_of(answer)
        by_event, by_publication = asking.timelines_of(answer)
        pages = -(-counts.articles // question.size)
        return Answer(hits, counts, asking.facets_of(question, answer), by_event, by_publication, question.page, pages)

    def events(self, question: Question) -> tuple[list[Event], int]:
        answer = self.cluster.search("articles", asking.events_body(question, to_node(question, codes_named)))
        ids, total = asking.events_of(question, answer)
        return [_event.decode(doc["record"]) for doc in self._records("events", ids)], total

    def event(self, event_id: str) -> StoredEvent | None:
        self.ledger.refresh()
        found = self._records("events", [self.ledger.resolve("event", event_id)])
        if not found:
            return None
        event = _event.decode(found[0]["record"])
        documents = self.cluster.get("articles", {article for article, _ in event.mentions}, ["record", "gone"])
        articles = {article: decode(doc["record"]) for article, (doc, _) in documents.items() if not doc["gone"]}
        told = [
            (articles[article], mention)
            for article, wanted in event.mentions
            if article in articles
            for mention in articles[article].events
            if mention.id == wanted
        ]
        return StoredEvent(event, told)

    def people(self, question: Question) -> tuple[list[PersonProfile], int]:
        answer = self.cluster.search("articles", asking.people_body(question, to_node(question, codes_named)))
        ids, total = asking.people_of(question, answer)
        return [_profile.decode(doc["record"]) for doc in self._records("people", ids)], total

    def person(self, person_id: str) -> PersonProfile | None:
        self.ledger.refresh()
        found = self._records("people", [self.ledger.resolve("person", person_id)])
        return _profile.decode(found[0]["record"]) if found else None

    def _records(self, name: str, ids: Sequence[str]) -> list[Body]:
        found = self.cluster.get(name, set(ids), ["record"])
        return [found[key][0] for key in ids if key in found]

    def events_in(self, articles: Sequence[str]) -> list[Event]:
        return [_event.decode(doc["record"]) for doc in self.cluster.scan("events", {"terms": {"articles": list(articles)}}, ["record"])]

    def people_in(self, articles: Sequence[str]) -> list[PersonProfile]:
        return [_profile.decode(doc["record"]) for doc in self.cluster.scan("people", {"terms": {"articles": list(articles)}}, ["record"])]

    def suggest_regions(self, text: str) -> list[Region]:
        body = {
            "query": translate(AnyOf("relevan", ("ya",))),
            "size": 0,
            "aggs": {"wilayah": {"terms": {"field": "wilayah", "size": 20_000}}},
        }
        buckets = self.cluster.search("articles", body)["aggregations"]["wilayah"]["buckets"]
        return suggested((region for bucket in buckets if (region := region_of(bucket["key"]))), text)

    def articles(self, question: Question | None = None) -> Iterator[CodedArticle]:
        query = _HERE if question is None else translate(to_node(question, codes_named))
        return (decode(doc["record"]) for doc in self.cluster.scan("articles", query, ["record"]))

    def all_events(self, question: Question | None = None) -> Iterator[Event]:
        events = (_event.decode(doc["record"]) for doc in self._scan("events", question))
        if question is None:
            return events
        choices, days = event_filter(question)
        return (event for event in events if event_matches(event, choices, days))

    def all_people(self, question: Question | None = None) -> Iterator[PersonProfile]:
        return (_profile.decode(doc["record"]) for doc in self._scan("people", question))

    def _scan(self, name: str, question: Question | None) -> Iterator[Body]:
        """Records of events or people by id: all, or those that the found articles lead to."""
        if question is None:
            yield from self.cluster.scan(name, _ALL, ["record"])
            return
        field = "told" if name == "events" else "tokoh"
        found = self.cluster.scan("articles", translate(to_node(question, codes_named)), [f"{field}.id" if name == "events" else field])
        ids = sorted({one["id"] if name == "events" else one for doc in found for one in doc.get(field, [])})
        for start in range(0, len(ids), 1_000):
            yield from self._records(name, ids[start : start + 1_000])

    def close(self) -> None:
        self.cluster.close()


def _known(found: tuple[Body, int] | None) -> Known | None:
    if found is None or found[0].get("gone"):
        return None
    return Known(decode(found[0]["record"]), datetime.fromisoformat(found[0]["seen"]))

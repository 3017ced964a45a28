"""What Elasticsearch lends to the joiners (index/resolve/settle.py).

Clusters, keys and names of the articles at hand are kept here until `finish` writes them with everything else of the article: a crash
before leaves the articles unsettled, and the next settling does the same again.
"""

from __future__ import annotations

import base64
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from extraction.model import Event
from index.elastic.bulk import Operation, write
from index.elastic.cluster import Body, Cluster
from index.elastic.document import told_source
from index.intake import decode
from index.resolve.events import Joined
from index.resolve.people import JoinedPerson
from index.resolve.placed import Placed
from index.resolve.texts import Signature, bands, packed, unpacked
from index.store import StoreUnreachable

_event = msgspec.json.Decoder(Event)
_MOST_TERMS = 10_000  # values of one `terms` query; the server allows 65,536


def _encoded(record: object) -> str:
    return msgspec.json.encode(record).decode("utf-8")


class ElasticShelf:
    """The shelf of one settling."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._new: dict[str, Body] = {}  # article → fields that differ from what the server has
        self._known: dict[str, tuple[Body, int]] = {}  # article → document and version, as the server has them

    def unsettled(self) -> list[str]:
        self.cluster.refresh("articles", "versions", "events", "people")
        return [doc["id"] for doc in self.cluster.scan("articles", {"term": {"dirty": True}}, ["id"])]

    def _documents(self, articles: Collection[str]) -> dict[str, tuple[Body, int]]:
        missing = set(articles) - self._known.keys()
        if missing:
            self._known |= self.cluster.get("articles", missing)
        return {article: self._known[article] for article in sorted(articles) if article in self._known}

    def _field(self, article: str, field: str) -> Any:  # noqa: ANN401  (a field of a document)
        new = self._new.get(article, {})
        return new[field] if field in new else self._known[article][0].get(field)

    def load(self, articles: Collection[str]) -> list[Placed]:
        documents = self._documents(articles)
        return [
            Placed(decode(doc["record"]), self._field(article, "cluster")) for article, (doc, _) in documents.items() if not doc["gone"]
        ]

    def signatures(self, articles: Collection[str]) -> dict[str, Signature]:
        found = {}
        for article in self._documents(articles):
            sign = self._field(article, "sign")
            if sign:
                found[article] = unpacked(base64.b64decode(sign))
        return found

    def neighbours(self, articles: Collection[str], their_bands: Collection[int]) -> set[str]:
        clusters = {doc["cluster"] for doc, _ in self._documents(articles).values() if not doc["gone"]}
        clusters |= {doc["cluster"] for doc in self._with("articles", "bands", their_bands, ["cluster"]) if "cluster" in doc}
        return {doc["id"] for doc in self._with("articles", "cluster", clusters, ["id"])}

    def place(self, signs: dict[str, Signature], clusters: dict[str, str]) -> set[str]:
        self._documents(clusters)
        for article, sign in signs.items():
            fields = {"sign": base64.b64encode(packed(sign)).decode("ascii"), "bands": bands(sign)}
            self._new.setdefault(article, {}).update(fields)
        moved = {article for article, cluster in clusters.items() if self._field(article, "cluster") != cluster}
        for article in moved:
            self._new.setdefault(article, {})["cluster"] = clusters[article]
        return moved

    def keyed(self, articles: Collection[str], keys: dict[str, list[str]], names: dict[str, list[str]]) -> None:
        for article in articles:
            fields = {"event_keys": keys.get(article, []), "person_names": names.get(article, [])}
            self._new.setdefault(article, {}).update(fields)

    def bearing_keys(self, keys: Collection[str]) -> set[str]:
        return self._bearing("event_keys", keys)

    def naming(self, names: Collection[str]) -> set[str]:
        return self._bearing("person_names", names)

    def _bearing(self, field: str, values: Collection[str]) -> set[str]:
        wanted = set(values)
        stored = {doc["id"] for doc in self._with("articles", field, values, ["id"])}
        fresh = {article for article, new in self._new.items() if field in new}
        return (stored - fresh) | {article for article in fresh if wanted & set(self._new[article][field])}

    def told_keys(self, articles: Collection[str]) -> set[str]:
        return {key for doc in self._with("events", "articles", articles, ["keys"]) for key in doc["keys"]}

    def told_names(self, articles: Collection[str]) -> set[str]:
        return {name for doc in self._with("people", "articles", articles, ["names"]) for name in doc["names"]}

    def write_events(self, keys: Collection[str], joined: Sequence[Joined]) -> set[str]:
        documents = {
            j.event.id: {
                "id": j.event.id,
                "keys": list(j.keys),
                "articles": sorted({article for article, _ in j.event.mentions}),
                "record": _encoded(j.event),
            }
            for j in joined
        }
        return self._replace("events", self._with("events", "keys", keys, ["id", "keys", "articles", "record"]), documents)

    def write_people(self, names: Collection[str], joined: Sequence[JoinedPerson]) -> set[str]:
        documents = {
            j.profile.id: {"id": j.profile.id, "names": list(j.names), "articles": j.profile.articles, "record": _encoded(j.profile)}
            for j in joined
        }
        return self._replace("people", self._with("people", "names", names, ["id", "names", "articles", "record"]), documents)

    def _replace(self, name: str, old: list[Body], new: dict[str, Body]) -> set[str]:
        """Write what differs, delete what is no more; the articles of both."""
        before = {doc["id"]: doc for doc in old}
        changed = [doc for key, doc in new.items() if before.get(key) != doc]
        vanished = [doc for key, doc in before.items() if key not in new]
        alias = self.cluster.alias(name)
        self._write([Operation(alias, doc["id"], doc) for doc in changed] + [Operation(alias, doc["id"], None) for doc in vanished])
        if changed or vanished:
            self.cluster.refresh(name)
        concerned = [*changed, *vanished, *(before[doc["id"]] for doc in changed if doc["id"] in before)]
        return {article for doc in concerned for article in doc["articles"]}

    def finish(self, settled: Collection[str], touched: Collection[str]) -> None:
        documents = self._documents(touched)
        told: dict[str, list[Body]] = {}
        for doc in self._with("events", "articles", touched, ["record", "articles"]):
            source = told_source(_event.decode(doc["record"]))
            for article in doc["articles"]:
                told.setdefault(article, []).append(source)
        people: dict[str, list[str]] = {}
        for doc in self._with("people", "articles", touched, ["id", "articles"]):
            for article in doc["articles"]:
                people.setdefault(article, []).append(doc["id"])
        operations = []
        for article, (source, version) in documents.items():
            after = source | ({} if source["gone"] else self._new.get(article, {}))
            if not source["gone"]:
                after |= {"told": sorted(told.get(article, []), key=lambda t: t["id"]), "tokoh": sorted(people.get(article, []))}
            after["dirty"] = source["dirty"] and article not in settled
            if after != source:
                operations.append(Operation(self.cluster.alias("articles"), article, after, version + 1))
        self._write(operations)
        self.cluster.refresh("articles")
        self._new.clear()
        self._known.clear()

    def _write(self, operations: list[Operation]) -> None:
        refused = write(self.cluster, operations)
        if refused:
            operation, reason = refused[0]
            raise StoreUnreachable(f"Elasticsearch di {self.cluster.url} menolak {operation.index}/{operation.id}: {reason}")

    def _with(self, name: str, field: str, values: Collection[str] | Collection[int], source: list[str]) -> list[Body]:
        """The documents whose field holds one of the values, once each, by id."""
        listed: list[Any] = sorted(values)
        found: dict[str, Body] = {}
        for start in range(0, len(listed), _MOST_TERMS):
            query = {"terms": {field: listed[start : start + _MOST_TERMS]}}
            found |= {doc["id"]: doc for doc in self.cluster.scan(name, query, ["id", *source])}
        return [{key: doc[key] for key in source if key in doc} for _, doc in sorted(found.items())]

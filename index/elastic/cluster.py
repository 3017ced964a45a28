"""Talking to the server: plain requests, one kind of error for the rest of the system, and the indices as they must be."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import TransportError
from elasticsearch import ApiError, AuthenticationException, AuthorizationException, Elasticsearch

from index.document import DAY_FIELDS, FORMAT, TOKEN_FIELDS, VALUE_FIELDS
from index.store import StoreUnreachable

_PATIENCE = 60  # seconds for one answer
_PAGE = 1_000  # documents of one page of a scan
_AT_ONCE = 1_000  # ids of one look-up
# Scores of words that are rare on one shard only would differ between shards; a count from half of the shards would be wrong.
_EXACT = {"search_type": "dfs_query_then_fetch", "allow_partial_search_results": "false"}

Body = dict[str, Any]


@lru_cache(maxsize=1)
def _indices() -> Body:
    described: Body = json.loads((Path(__file__).parent / "indices.json").read_text("utf-8"))
    articles = described["indices"]["articles"]
    articles |= {field: {"type": "text", "analyzer": "blanks"} for field in TOKEN_FIELDS}
    articles |= {field: {"type": "keyword"} for field in VALUE_FIELDS}
    articles |= {field: {"type": "integer"} for field in DAY_FIELDS}
    return described


class Cluster:
    """The indices of one prefix. Each index is asked by its alias, so that a rebuilt one can take its place.

    Raises StoreUnreachable where the server can't be reached, refuses, or holds indices of another format.
    """

    def __init__(self, url: str, api_key: str, prefix: str, *, beside: bool = False) -> None:
        """With `beside` empty indices next to those in use, under aliases of their own, until `take_place`."""
        self.url = url
        self.place = prefix if beside else None
        self.prefix = f"{prefix}-new" if beside else prefix
        try:
            self.client = Elasticsearch(url, api_key=api_key or None, request_timeout=_PATIENCE, max_retries=0)
        except ValueError as error:
            raise StoreUnreachable(f"Alamat Elasticsearch {url} tidak dapat dipakai ({error}); lihat NETRA_ELASTICSEARCH_URL") from error
        with self.reached():
            self.client.info()
        if beside:
            self.drop()
        with self.reached():
            for name in _indices()["indices"]:
                self._ensure(name)

    @contextmanager
    def reached(self) -> Iterator[None]:
        """Turns what a dead, busy or unwilling server answers into StoreUnreachable; a mistaken request is a bug and stays what it is."""
        try:
            yield
        except (AuthenticationException, AuthorizationException) as error:
            raise StoreUnreachable(f"Elasticsearch di {self.url} menolak akses ({error.status_code}); periksa kunci API") from error
        except ApiError as error:
            if error.status_code < 500 and error.status_code != 429:
                raise
            raise StoreUnreachable(f"Elasticsearch di {self.url} tidak sanggup menjawab ({error.status_code}); ulangi nanti") from error
        except NoConnection as error:
            raise StoreUnreachable(f"Elasticsearch di {self.url} tidak menjawab; nyalakan server itu atau ubah alamatnya") from error
        except TransportError as error:
            raise StoreUnreachable(f"Elasticsearch di {self.url} tidak menjawab dengan benar ({error})") from error

    def alias(self, name: str) -> str:
        """The name by which an index is asked."""
        return f"{self.prefix}-{name}"

    def _ensure(self, name: str) -> None:
        alias, described = self.alias(name), _indices()
        if self.client.indices.exists(index=alias):
            found = self.client.indices.get_mapping(index=alias)
            formats = {index["mappings"].get("_meta", {}).get("format") for index in found.values()}
            if formats != {FORMAT}:
                raise StoreUnreachable(f"Indeks {alias} di {self.url} dari versi lain; ./netra rebuild membuatnya lagi dari arsip")
            return
        mappings = {"dynamic": "strict", "_meta": {"format": FORMAT}, "properties": described["indices"][name]}
        # Rebuilt indices stay under the name they were made with, so it must be theirs alone; two processes that both find none make one.
        index = f"{alias}-v{FORMAT}" if self.place is None else f"{self.place}-{name}-v{FORMAT}-{uuid4().hex[:8]}"
        self.client.indices.create(
            index=index, settings=described["settings"], mappings=mappings, aliases={alias: {"is_write_index": True}}
        )

    def drop(self) -> None:
        """Delete all indices of the prefix and make them anew, empty. They are named one by one: wildcards are refused."""
        with self.reached():
            for name in _indices()["indices"]:
                if indices := self._behind(self.alias(name)):
                    self.client.indices.delete(index=indices)
                self._ensure(name)

    def take_place(self) -> None:
        """Give the aliases in use to the indices beside, and delete those that had them, in one step for all readers.

        Raises ValueError where these are the ones in use.
        """
        if self.place is None:
            raise ValueError("these indices are the ones in use")
        actions: list[Body] = []
        with self.reached():
            for name in _indices()["indices"]:
                alias = f"{self.place}-{name}"
                actions += [{"remove_index": {"index": index}} for index in self._behind(alias)]
                for index in self._behind(self.alias(name)):
                    actions.append({"remove": {"index": index, "alias": self.alias(name)}})
                    actions.append({"add": {"index": index, "alias": alias, "is_write_index": True}})
            self.client.indices.update_aliases(actions=actions)

    def _behind(self, alias: str) -> list[str]:
        """The indices that an alias means."""
        return list(self.client.indices.get_alias(name=alias)) if self.client.indices.exists_alias(name=alias) else []

    def search(self, name: str, body: Body) -> Body:
        """One search, exact and whole or not at all."""
        with self.reached():
            answer = self.client.perform_request(
                "POST", f"/{self.alias(name)}/_search", params=_EXACT, headers=_JSON, body={"track_total_hits": True, **body}
            )
        found: Body = answer.body
        return found

    def scan(self, name: str, query: Body, source: Sequence[str]) -> Iterator[Body]:
        """The `_source` of all documents that match, by id, from one moment of the index."""
        with self.reached():
            moment = self.client.open_point_in_time(index=self.alias(name), keep_alive="5m")["id"]
        try:
            after: list[Any] | None = None
            while True:
                body: Body = {
                    "size": _PAGE, "query": query, "_source": list(source), "sort": [{"id": "asc"}],
                    "pit": {"id": moment, "keep_alive": "5m"}, "track_total_hits": False,
                }  # fmt: skip
                if after:
                    body["search_after"] = after
                with self.reached():
                    answer = self.client.perform_request("POST", "/_search", params=_PARTIAL, headers=_JSON, body=body)
                hits = answer.body["hits"]["hits"]
                yield from (hit["_source"] for hit in hits)
                if len(hits) < _PAGE:
                    return
                after = hits[-1]["sort"]
        finally:
            with self.reached():
                self.client.close_point_in_time(id=moment)

    def get(self, name: str, ids: Collection[str], source: Sequence[str] | None = None) -> dict[str, tuple[Body, int]]:
        """The documents with these ids as they are now: `_source` and version."""
        found: dict[str, tuple[Body, int]] = {}
        wanted = sorted(ids)
        for start in range(0, len(wanted), _AT_ONCE):
            with self.reached():
                some = wanted[start : start + _AT_ONCE]
                answer = self.client.mget(index=self.alias(name), ids=some, source=list(source) if source else True)
            found |= {doc["_id"]: (doc["_source"], doc["_version"]) for doc in answer["docs"] if doc.get("found")}
        return found

    def refresh(self, *names: str) -> None:
        """Make what was written findable."""
        with self.reached():
            self.client.indices.refresh(index=[self.alias(name) for name in names])

    def close(self) -> None:
        """Close the connections."""
        self.client.close()


_JSON: Mapping[str, str] = {
    "accept": "application/vnd.elasticsearch+json; compatible-with=8",
    "content-type": "application/vnd.elasticsearch+json; compatible-with=8",
}
_PARTIAL = {"allow_partial_search_results": "false"}

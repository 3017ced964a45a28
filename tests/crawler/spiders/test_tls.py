"""TLS is verified: a host must show a certificate of its own name that a trusted authority signed and that is valid today."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler.crawl import _trust
from crawler.registry import Entry
from tests.crawler.conftest import Crawled
from tests.crawler.world import Page, Site, World, article, rss
from tests.crawler.world.tls import write_certificate

HOST = "aman.example"


def site() -> Site:
    return Site(HOST, {"/a": Page(article("A")), "/feed/": Page(rss([f"https://{HOST}/a"]))})


def secured(world: World, certificate: Path, key: Path) -> World:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    world._server.socket = context.wrap_socket(world._server.socket, server_side=True)
    return world


def test_a_machine_without_authorities_gets_those_of_certifi(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: SimpleNamespace(cafile=None, capath=str(tmp_path)))
    assert Path(_trust({"A": "b"})["SSL_CERT_FILE"]).is_file()
    assert _trust({"SSL_CERT_FILE": "/x"}) == {"SSL_CERT_FILE": "/x"}
    (tmp_path / "a.pem").write_text("")
    assert _trust({"A": "b"}) == {"A": "b"}


@pytest.mark.parametrize(
    ("shown", "days", "trusted", "status"),
    [(HOST, 2, True, "fetched"), (HOST, 2, False, None), ("lain.example", 2, True, None), (HOST, -1, True, None)],
    ids=["good", "unknown authority", "another host's", "expired"],
)
def test_a_certificate_is_checked(  # noqa: PLR0917
    crawled: Crawled,
    outlet: Callable[..., Entry],
    monkeypatch: pytest.MonkeyPatch,
    shown: str,
    days: int,
    trusted: bool,
    status: str | None,
) -> None:
    certificate, key = write_certificate(crawled.folder, shown, days=days)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with secured(World(site()), certificate, key) as world:
        report = crawled.run(world, [outlet(HOST, "feed /feed/", scheme="https")])
    assert report.ok
    assert crawled.statuses().get(f"https://{HOST}/a") == status
    if status is None:
        assert crawled.statuses() == {f"https://{HOST}/feed/": "refused_by_robots"}

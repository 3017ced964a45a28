"""Crawling from Python: one pass over some outlets, in a process of its own (a reactor runs only once in a process)."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

import certifi
import msgspec

from crawler.job import CrawlProgress, CrawlRefusal, CrawlReport, Job, Message
from crawler.policy.limits import ARTICLES_A_PASS, DELAY_SECONDS, TIMEOUT_SECONDS
from crawler.registry import Entry

_ROOT = Path(__file__).parents[1]
_decode = msgspec.json.Decoder(Message)


class CrawlProblem(Exception):
    """A crawl that can't be begun or that broke; the message is one line."""


def crawl(
    outlets: Sequence[Entry],
    archive_folder: Path,
    frontier_path: Path,
    *,
    delay: float = DELAY_SECONDS,
    keep: Literal["hits", "all"] = "hits",
    contact: str = "",
    allow_addresses: Sequence[str] = (),
    resolve: Mapping[str, tuple[str, int]] | None = None,
    recheck: bool = False,
    adaptive: bool = False,
    articles: int = ARTICLES_A_PASS,
    timeout: float = TIMEOUT_SECONDS,
    words: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    on_progress: Callable[[CrawlProgress], None] = lambda _progress: None,
) -> CrawlReport:
    """Crawl the outlets once: what is new, what was left waiting, and what is due to be seen again (`recheck`: all of it). If `adaptive`,
    listings that gave nothing new of late are left out until their time.

    `delay` in seconds between two requests to a slot; less than 9 s only for hosts that `resolve` (host: (address, port)) sends to
    loopback. With `words` the outlets' history is searched, by API, search page and dated index, for the days from `since` to `until`.
    `allow_addresses` names networks that may be reached although they are not public. `on_progress` is called for each address
    that gets its status. Ctrl-C ends the pass cleanly (a second one at once); what waits is resumed by the next.

    Raises CrawlProblem where nobody is named as contact for hosts on the web, another process crawls with this frontier, or the crawling
    process breaks; KeyboardInterrupt where it was interrupted before it could tell anything.
    """
    resolve = dict(resolve or {})
    if not contact and not all(_is_loopback(host, resolve) for entry in outlets for host in entry.domains):
        raise CrawlProblem("perayap harus menyebut pengelolanya: isi NETRA_CONTACT dengan surel atau URL yang dapat dihubungi")
    job = Job(
        outlets=list(outlets),
        archive=str(archive_folder),
        frontier=str(frontier_path),
        delay=delay,
        keep=keep,
        contact=contact,
        allow_addresses=list(allow_addresses),
        resolve=resolve,
        recheck=recheck,
        adaptive=adaptive,
        articles=articles,
        timeout=timeout,
        words=list(words),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )
    return _run(job, on_progress)


def _is_loopback(host: str, resolve: Mapping[str, tuple[str, int]]) -> bool:
    return host in resolve and ip_address(resolve[host][0]).is_loopback


def _run(job: Job, on_progress: Callable[[CrawlProgress], None]) -> CrawlReport:
    path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "crawler.run"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**_trust(os.environ), "PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C reaches it through us alone, once
        )
        try:
            assert process.stdin
            with suppress(BrokenPipeError):  # it ended before it had read all; why, its errors say
                process.stdin.write(msgspec.json.encode(job) + b"\n")
                process.stdin.flush()  # left open: its end tells the process that we are gone
            report, interrupted = _listen(process, on_progress)
            process.wait()
        finally:
            _end(process)
        if report is not None:
            return report
        if interrupted:
            raise KeyboardInterrupt
        errors.seek(0)
        last = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
    raise CrawlProblem(f"perayap berhenti sebelum waktunya: {last or f'kode {process.returncode}'}")


def _trust(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with certifi's authorities named where the machine has none (a bare container): else every TLS host would fail."""
    found = dict(environment)
    paths = ssl.get_default_verify_paths()
    if not {"SSL_CERT_FILE", "SSL_CERT_DIR"} & found.keys() and not (paths.cafile or (paths.capath and any(Path(paths.capath).iterdir()))):
        found["SSL_CERT_FILE"] = certifi.where()
    return found


def _listen(process: subprocess.Popen[bytes], on_progress: Callable[[CrawlProgress], None]) -> tuple[CrawlReport | None, bool]:
    """Read what the process tells until it ends, and whether it was interrupted; that is handed on, and the process ends by itself."""
    assert process.stdout
    report = None
    interrupts = 0
    while True:
        try:
            line = process.stdout.readline()
            if not line:
                return report, interrupts > 0
            message = _decode.decode(line)
            if isinstance(message, CrawlRefusal):
                raise CrawlProblem(message.reason)
            if isinstance(message, CrawlReport):
                report = message
            else:
                on_progress(message)
        except KeyboardInterrupt:
            interrupts += 1
            if interrupts > 1:
                raise
            process.send_signal(signal.SIGINT)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it at once, as far as it has not ended: it leaves when its standard input ends."""
    assert process.stdin and process.stdout
    with suppress(BrokenPipeError):
        process.stdin.close()
    process.stdout.close()
    if process.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()

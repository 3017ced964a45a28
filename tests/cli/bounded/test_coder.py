"""What a page may cost: hangs, memory and crashes become one refusal each, and the pages around them are coded as ever."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from cli.bounded import Answer, Coded, Coder, Limits, NoArticle
from cli.exits import Stop
from extraction.model import Source
from extraction.worker import code
from tests.fuzz.mutations import extremes

ROOT = Path(__file__).parents[3]
NOW = datetime(2024, 10, 15, tzinfo=UTC)
HOOK = "tests.cli.bounded.hostile:code"
TEXT = "Bawaslu Kabupaten Rembang menangani dugaan pelanggaran netralitas ASN pada Pilkada 2024, Senin (14/10/2024)."
PROC = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes through /proc")


def plain(text: str, name: str = "uji") -> Source:
    return Source(text.encode(), "text/plain", name, NOW, title="Bawaslu Rembang Tangani Dugaan Netralitas ASN")


def page(body: bytes) -> Source:
    return Source(body, "text/html", "uji", NOW, url="http://uji.example/2024/10/15/halaman/")


@pytest.fixture(scope="module")
def hooked() -> Iterator[Coder]:
    coder = Coder(HOOK, Limits(seconds=2.0, megabytes=300))
    yield coder
    coder.close()


@pytest.fixture
def started() -> Iterator[list[Coder]]:
    """Coders of one test, ended with it."""
    coders: list[Coder] = []
    yield coders
    for coder in coders:
        coder.close()


def told(coder: Coder, *texts: str) -> list[Answer]:
    return [answer for _, answer in coder.run(plain(f"{text}\n{TEXT}") for text in texts)]


def reason(answer: Answer) -> str:
    assert isinstance(answer, NoArticle)
    return answer.reason


def test_a_page_is_coded_as_without_the_process(hooked: Coder) -> None:
    source = plain(TEXT)
    assert list(hooked.run([source])) == [(source, Coded(code(source)))]


def test_a_page_without_an_article_is_refused_with_its_own_reason(hooked: Coder) -> None:
    assert told(hooked, "") != [NoArticle("tidak ada teks artikel")]
    assert list(hooked.run([plain("Ya.")])) == [(plain("Ya."), NoArticle("tidak ada teks artikel"))]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("hang", "melewati 2 detik"),
        ("sleep", "melewati 2 detik"),
        ("deaf", "melewati 2 detik"),
        ("allocate", r"melewati batas memori \(300 MB\)"),
        ("segfault", "berhenti sendiri.*SIGSEGV"),
        ("exit", "berhenti sendiri.*kode 3"),
        ("killed", "dihentikan oleh sistem"),
        ("fault", r"kesalahan program: ValueError di hostile.py:\d+"),
        ("recurse", "kesalahan program: RecursionError"),
        ("keeper", "proses pengurai mati"),
    ],
)
def test_what_misbehaves_is_one_refusal_between_pages_that_are_coded(hooked: Coder, what: str, said: str) -> None:
    began = time.monotonic()
    before, bad, after = told(hooked, "Satu.", what, "Dua.")
    assert isinstance(before, Coded) and isinstance(after, Coded)
    assert re.search(said, reason(bad)), reason(bad)
    assert time.monotonic() - began < 15


def test_many_bad_pages_in_a_row_cost_one_refusal_each(hooked: Coder) -> None:
    answers = told(hooked, *["segfault", "exit", "fault"] * 5, "Tiga.")
    assert [type(a) for a in answers] == [NoArticle] * 15 + [Coded]


def test_a_page_whose_bytes_alone_exceed_the_memory_is_refused(started: list[Coder]) -> None:
    started.append(Coder(limits=Limits(megabytes=8)))
    bad, good = started[0].run([page(b"<p>" + b"a" * 20_000_000), plain(TEXT)])
    assert "memori" in reason(bad[1]) and isinstance(good[1], Coded)


def test_a_parse_that_really_takes_long_is_stopped(started: list[Coder]) -> None:
    started.append(Coder(limits=Limits(seconds=1)))
    paragraphs = b"".join(b"<p>Bawaslu mengingatkan ASN nomor %d netral di pilkada.</p>" % n for n in range(20_000))  # some 4 s
    bad, good = started[0].run([page(b"<html><body><article><h1>Netral</h1>" + paragraphs + b"</article></body></html>"), plain(TEXT)])
    assert "melewati 1 detik" in reason(bad[1]) and isinstance(good[1], Coded)


def test_a_parse_that_really_takes_much_memory_is_stopped(started: list[Coder]) -> None:
    started.append(Coder(limits=Limits(megabytes=8)))
    heavy = dict(extremes(b"<html><body><p>x</p></body></html>"))["5 MB text"]
    bad, good = started[0].run([page(heavy), plain(TEXT)])
    assert "memori" in reason(bad[1]) and isinstance(good[1], Coded)


def test_the_heaviest_pages_stay_inside_the_limits_that_are_meant(started: list[Coder]) -> None:
    started.append(Coder())
    for source, answer in started[0].run(page(body) for _, body in extremes(b"<html><body><p>x</p></body></html>")):
        assert isinstance(answer, Coded) or not answer.broken, (source.name, answer)


def test_a_fault_of_ours_is_printed_for_who_mends_it(started: list[Coder], capfd: pytest.CaptureFixture[str]) -> None:
    started.append(Coder(HOOK))
    told(started[0], "fault")
    assert "ValueError: a fault of ours" in capfd.readouterr().err


def test_a_worker_is_replaced_after_its_pages(started: list[Coder]) -> None:
    started.append(Coder(HOOK, Limits(pages=2)))
    pids = [reason(answer) for answer in told(started[0], *["pid"] * 5)]
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4] != pids[0]


def test_a_run_that_is_left_early_does_not_mix_up_the_next(hooked: Coder) -> None:
    for _ in hooked.run(plain(f"Berita nomor {n}. {TEXT}", str(n)) for n in range(5)):
        break
    names = [
        (source.name, answer.article.article.aliases) for source, answer in hooked.run([plain(TEXT, "baru")]) if isinstance(answer, Coded)
    ]
    assert names == [("baru", [])]


def test_what_cannot_start_ends_with_one_line(started: list[Coder], capfd: pytest.CaptureFixture[str]) -> None:
    started.append(Coder("tests.cli.bounded.hostile:nothing"))
    with pytest.raises(Stop, match="tidak dapat dimulai"):
        told(started[0], "Satu.")
    assert "AttributeError" in capfd.readouterr().err


RUN = """
import sys
from datetime import UTC, datetime
from cli.bounded import Coder, Limits
from extraction.model import Source
coder = Coder("tests.cli.bounded.hostile:code", Limits(seconds=60))
coder.start()
def sources():
    yield Source(b"Bawaslu Rembang menangani netralitas ASN pada Pilkada 2024.", "text/plain", "a", datetime.now(UTC))
    yield Source(b"hang", "text/plain", "b", datetime.now(UTC))
    yield Source(b"hang", "text/plain", "c", datetime.now(UTC))
for _ in coder.run(sources()):
    print(coder._process.pid, flush=True)
"""


@PROC
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_a_command_that_is_interrupted_or_killed(number: int) -> None:
    code = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{RUN}"
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    assert process.stdout
    keeper = int(process.stdout.readline())
    children = Path(f"/proc/{keeper}/task/{keeper}/children")
    workers = [int(pid) for pid in children.read_text().split()]
    assert len(workers) == 1
    os.kill(process.pid, number)
    process.communicate(timeout=20)
    assert process.returncode == -number
    deadline = time.monotonic() + 5
    while any(_runs(pid) for pid in (keeper, *workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in (keeper, *workers) if _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_random_bytes_never_stop_the_run(started: list[Coder]) -> None:
    chance = random.Random(7)
    started.append(Coder())
    bodies = [chance.randbytes(chance.randrange(1, 3000)) for _ in range(40)]
    answers = [answer for _, answer in started[0].run([page(b) for b in bodies] + [plain(TEXT)])]
    assert len(answers) == 41 and isinstance(answers[-1], Coded)
    assert not [a for a in answers if isinstance(a, NoArticle) and a.broken]
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(answers[-1]), type=Coded) == answers[-1]

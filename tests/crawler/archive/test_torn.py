"""What a crash leaves: torn tails are cut and reported, whole records stay, later ones are readable."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.archive import Archive, ArchiveProblem, verify
from crawler.archive.segment import OPEN
from crawler.archive.torn import whole_end

SEED = 20241127
ROOT = Path(__file__).parents[3]


def orphan(folder: Path, names: list[str]) -> tuple[Path, list[int]]:
    """A file as a dead process leaves it, and the offset behind each record's group."""
    with Archive(folder) as archive:
        ends = []
        for name in names:
            archive.write_resource(f"isi {name} ".encode() * 40, "text/plain", name)
            ends.append(next(folder.glob(f"*{OPEN}")).stat().st_size)
    (path,) = folder.glob("*.warc.gz")
    shutil.rmtree(folder / "x", ignore_errors=True)
    left = path.with_name(path.name + OPEN)
    path.rename(left)
    for file in folder.glob("catalogue.sqlite*"):
        file.unlink()
    return left, ends


def test_cut_at_200_random_bytes_every_whole_and_every_later_record_is_read(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(6)]
    source, ends = orphan(tmp_path / "asal", names)
    data = source.read_bytes()
    chance = random.Random(SEED)
    for turn in range(200):
        cut = chance.randrange(1, len(data))
        folder = tmp_path / "potong"
        folder.mkdir()
        (folder / source.name).write_bytes(data[:cut])
        with Archive(folder) as archive:
            archive.write_resource(b"kemudian", "text/plain", "kemudian.txt")
            kept = [n for n, end in zip(names, ends, strict=True) if end <= cut]
            assert [p.name for p in archive.pages()] == [*kept, "kemudian.txt"], (SEED, turn, cut)
            torn = archive.torn
        end = whole_end(folder / source.name.removesuffix(OPEN))
        assert (sum(t.cut for t in torn), sum(t.offset for t in torn)) == ((cut - end, end) if cut != end else (0, 0))
        assert verify(folder).ok
        shutil.rmtree(folder)


def test_a_tail_of_zeros_is_cut(tmp_path: Path) -> None:
    path, ends = orphan(tmp_path, ["a"])
    with path.open("ab") as file:
        file.write(b"\0" * 5000)
    with Archive(tmp_path) as archive:
        assert [(t.offset, t.cut) for t in archive.torn] == [(ends[-1], 5000)]
        assert [p.name for p in archive.pages()] == ["a"]


def test_the_file_of_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    with Archive(tmp_path) as writer:
        writer.write_resource(b"satu", "text/plain", "a")
        with Archive(tmp_path) as reader:
            assert reader.torn == []
            assert [p.name for p in reader.pages()] == ["a"]
            reader.write_resource(b"dua", "text/plain", "b")
        writer.write_resource(b"tiga", "text/plain", "c")
        assert sorted(p.name for p in writer.pages()) == ["a", "b", "c"]
    assert not list(tmp_path.glob(f"*{OPEN}"))


def test_a_full_disk_stops_cleanly_and_the_rest_stays(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write_resource(b"satu", "text/plain", "a")
    size = next(tmp_path.glob(f"*{OPEN}")).stat().st_size
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 300, old[1]))
        with pytest.raises(ArchiveProblem, match=os.strerror(errno.EFBIG)):
            archive.write_resource(random.Random(SEED).randbytes(4000), "text/plain", "b")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    archive.write_resource(b"tiga", "text/plain", "c")
    archive.close()
    assert verify(tmp_path).ok
    with Archive(tmp_path) as again:
        assert [p.name for p in again.pages()] == ["a", "c"]


WRITER = """
import sys
from pathlib import Path
from crawler.archive import Archive
archive = Archive(Path(sys.argv[1]))
for n in range(100_000):
    archive.write_resource(f"isi {n}".encode() * 200, "text/plain", f"{sys.argv[2]}/{n}")
    print(n, flush=True)
"""


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    acknowledged: set[str] = set()
    for run in range(6):
        command = [sys.executable, "-P", "-c", WRITER, str(tmp_path), str(run)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True)
        assert process.stdout
        for _ in range(chance.randrange(1, 80)):
            acknowledged.add(f"{run}/{process.stdout.readline().strip()}")
        process.kill()
        rest = process.stdout.read().split("\n")[:-1]
        acknowledged |= {f"{run}/{n}" for n in rest}
        process.stdout.close()
        process.wait()
    with Archive(tmp_path) as archive:
        names = [p.name for p in archive.pages()]
    assert acknowledged <= set(names), SEED
    assert len(names) == len(set(names))
    assert len(names) - len(acknowledged) <= 6  # at most one a run was on disk but not yet told
    assert verify(tmp_path).ok

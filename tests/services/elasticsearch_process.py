"""One running Elasticsearch of the tests: started without privileges and with a clean environment, stopped whatever happens."""

from __future__ import annotations

import http.client
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

from tests.services.missing import Missing

_PATIENCE = 180  # seconds to start: 12 were measured on two idle cores
_USER = "nobody"  # the server refuses to run as root
_CONFIG = """
cluster.name: netra-test
node.name: satu
discovery.type: single-node
http.host: 127.0.0.1
transport.host: 127.0.0.1
http.port: {http}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
xpack.security.enabled: false
xpack.security.autoconfiguration.enabled: false
node.store.allow_mmap: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


class Server:
    """A server in a folder of its own. `kill` and `start` let a test see it die and come back with its data."""

    def __init__(self, home: Path, java: Path, folder: Path) -> None:
        self.java = java
        self.folder = folder
        self.home = home
        self.port, transport = _free_ports()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._prepare(transport)

    def _prepare(self, transport: int) -> None:
        config = self.folder / "config"
        shutil.copytree(self.home / "config", config)
        (config / "elasticsearch.yml").write_text(_CONFIG.format(http=self.port, transport=transport, folder=self.folder))
        for name in ("data", "logs", "tmp"):
            (self.folder / name).mkdir()
        if os.geteuid() == 0:
            # The cache may lie in root's own folder, where the server's user can't read.
            self.home = shutil.copytree(self.home, self.folder / "home", symlinks=True)
            user = pwd.getpwnam(_USER)
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)

    def __enter__(self) -> Server:
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kill(signal.SIGTERM)

    def start(self) -> None:
        """Start and wait until it answers.

        Raises Missing where it does not in time.
        """
        log = (self.folder / "start.log").open("wb")
        with log:
            self._process = subprocess.Popen(
                self._command(), cwd=self.home, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            if self._ready():
                return
            time.sleep(0.3)
        raise Missing(f"Elasticsearch untuk uji tidak menyala: {self._why()}")

    def kill(self, sign: signal.Signals = signal.SIGKILL) -> None:
        """End it and all that it started."""
        process = self._process
        if process is None:
            return
        for attempt in (sign, signal.SIGKILL):
            try:
                os.killpg(process.pid, attempt)
                process.wait(30)
                break
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        process.wait()
        while _group_lives(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
            time.sleep(0.1)
        self._process = None

    def _command(self) -> list[str]:
        libraries = f"{self.home}/lib/*:{self.home}/lib/cli-launcher/*"
        properties = {
            "cli.name": "server",
            "cli.script": f"{self.home}/bin/elasticsearch",
            "cli.libs": "lib/tools/server-cli",
            "es.path.home": self.home,
            "es.path.conf": self.folder / "config",
            "es.distribution.type": "tar",
            "es.java.type": "ES_JAVA_HOME",
        }
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": self.folder,
            "ES_JAVA_HOME": self.java,
            "ES_PATH_CONF": self.folder / "config",
            "ES_TMPDIR": self.folder / "tmp",
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        }
        user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
        clean = ["env", "-i", *(f"{name}={value}" for name, value in environment.items())]
        flags = [f"-D{name}={value}" for name, value in properties.items()]
        return [*user, *clean, f"{self.java}/bin/java", "-Xmx64m", *flags, "-cp", libraries, "org.elasticsearch.launcher.CliToolLauncher"]

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=5s", timeout=10) as reply:
                return bool(reply.status == 200)
        except (urllib.error.URLError, http.client.HTTPException, OSError):
            return False

    def _why(self) -> str:
        lines = (self.folder / "start.log").read_text("utf-8", "replace").splitlines()
        errors = [line for line in lines if "ERROR" in line or "xception" in line] or lines[-1:]
        return errors[0][:300] if errors else "tanpa keterangan"


def _free_ports() -> tuple[int, int]:
    """Two different ports that nobody listens on."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

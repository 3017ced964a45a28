"""What stands in deploy/ is valid, and every outlet is crawled by exactly one shard of it."""

from __future__ import annotations

import argparse
import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from cli.commands import crawl
from crawler.registry import Registry
from crawler.sharding import outlets_of_shard

DEPLOY = Path(__file__).parents[2] / "deploy"


def manifests() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / "kubernetes/crawl.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("version", ["1.29", "1.33"])
def test_the_manifest_fits_the_schemas_of_kubernetes(version: str) -> None:
    assert [m["kind"] for m in manifests()] == ["PersistentVolumeClaim", "CronJob"]
    for manifest in manifests():
        kubernetes_validate.validate(manifest, version, strict=True)


def test_a_misspelled_field_would_be_found() -> None:
    (_, job) = manifests()
    job["spec"]["jobTemplate"]["spec"]["completionmode"] = "Indexed"
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(job, "1.29", strict=True)


def test_every_outlet_is_in_one_shard_of_the_job() -> None:
    job = manifests()[1]["spec"]["jobTemplate"]["spec"]
    (container,) = job["template"]["spec"]["containers"]
    of = int(re.search(r'\+ 1\)\)/(\d+)"', container["args"][0])[1])  # type: ignore[index]
    assert job["completionMode"] == "Indexed" and job["completions"] == job["parallelism"] == of
    registry = Registry.load()
    ids = [entry.id for number in range(1, of + 1) for entry in outlets_of_shard(registry, registry, number, of)]
    assert sorted(ids) == sorted(entry.id for entry in registry)


def test_the_units_are_whole() -> None:
    service, timer = (configparser.ConfigParser(interpolation=None, strict=False) for _ in range(2))
    service.optionxform = timer.optionxform = str  # type: ignore[assignment,method-assign]
    service.read(DEPLOY / "systemd/netra-crawl@.service")
    timer.read(DEPLOY / "systemd/netra-crawl@.timer")
    assert service["Service"]["ExecStart"] == "/srv/netra/netra crawl --shard %i/3"
    assert service["Service"]["SuccessExitStatus"] == "130" and timer["Timer"]["OnCalendar"] == "hourly"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    for name in ("netra-crawl@.service", "netra-crawl@.timer"):
        text = (
            (DEPLOY / "systemd" / name).read_text(encoding="utf-8").replace("/srv/netra/netra ", "/bin/true ").replace("User=netra\n", "")
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
    instances = [str(tmp_path / "netra-crawl@1.service"), str(tmp_path / "netra-crawl@1.timer")]
    for name in ("netra-crawl@.service", "netra-crawl@.timer"):
        (tmp_path / name.replace("@", "@1")).write_text((tmp_path / name).read_text())
    done = subprocess.run(["systemd-analyze", "verify", *instances], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "netra-crawl" in line] == []
    assert done.returncode == 0


def test_the_crontab_is_one_lawful_line() -> None:
    lines = [line for line in (DEPLOY / "crontab").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    settings, jobs = [line for line in lines if re.match(r"\w+=", line)], [line for line in lines if not re.match(r"\w+=", line)]
    assert {line.partition("=")[0] for line in settings} == {"NETRA_CONTACT", "NETRA_DATA"}
    (job,) = jobs
    assert re.fullmatch(r"(?:(?:\*|\d{1,2})(?:/\d+)? ){5}.+", job)
    assert "%" not in job  # cron takes it for the end of the line
    assert "--json" in job and "flock -n" in job


def test_every_option_that_the_examples_name_is_there() -> None:
    parser = argparse.ArgumentParser()
    crawl.configure(parser)
    known = {option for action in parser._actions for option in action.option_strings}
    named = {word for path in DEPLOY.rglob("*") if path.is_file() for word in re.findall(r"(?<=netra crawl) [^\n'\"]*", path.read_text())}
    options = {option for words in named for option in re.findall(r"--[a-z]+", words)}
    assert options and options <= known

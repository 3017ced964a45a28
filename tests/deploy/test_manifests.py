"""What stands in deploy/ is valid, and every outlet is crawled by exactly one shard of it."""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

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
    assert service["Service"]["KillSignal"] == "SIGINT" and timer["Timer"]["OnCalendar"] == "hourly"

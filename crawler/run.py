"""The process that crawls: reads a job (JSON) on its standard input and tells on its standard output, a line each, what it does."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.job import Job
from crawler.spiders.outlet import OutletSpider


def settings_of(job: Job) -> Settings:
    """Scrapy's settings for a job."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    contact = f" (+{job.contact})" if job.contact else ""
    settings.update(
        {
            "NETRA_JOB": msgspec.json.encode(job).decode(),
            "NETRA_ALLOW_ADDRESSES": job.allow_addresses,
            "NETRA_RESOLVE": job.resolve,
            "USER_AGENT": settings["USER_AGENT"] + contact,
            "DOWNLOAD_TIMEOUT": job.timeout,
            "LOG_FILE": str(Path(job.frontier).with_suffix(".log")),
            "LOG_FILE_APPEND": False,
        },
        priority="cmdline",
    )
    return settings


def main() -> None:
    """Run one pass."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    Path(job.frontier).parent.mkdir(parents=True, exist_ok=True)
    process = AsyncCrawlerProcess(settings_of(job))
    process.crawl(OutletSpider)
    process.start()


if __name__ == "__main__":
    main()

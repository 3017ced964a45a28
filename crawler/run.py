"""The process that crawls: reads a job (a line of JSON) on its standard input and tells on its standard output, a line each, what it
does. It ends when its standard input ends."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.frontier import FrontierLock, FrontierProblem
from crawler.job import CrawlRefusal, Job
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
    """Run one pass, unless another process crawls here: then nothing of its files is touched, not even the log."""
    job = msgspec.json.decode(sys.stdin.buffer.readline(), type=Job)
    try:
        lock = FrontierLock(Path(job.frontier))
    except FrontierProblem as problem:
        sys.stdout.buffer.write(msgspec.json.encode(CrawlRefusal(str(problem))) + b"\n")
        return
    with lock:
        process = AsyncCrawlerProcess(settings_of(job))
        process.crawl(OutletSpider)
        process.start(install_signal_handlers=False)  # the spider has its own, once it has something to end


if __name__ == "__main__":
    main()

"""Scrapy's settings. Only what is named here runs: no middleware sends requests of its own, so that every request passes the frontier,
robots.txt and the spacing."""

from __future__ import annotations

from crawler.policy.limits import CONCURRENT_REQUESTS as _CONCURRENT_REQUESTS
from crawler.policy.limits import MAX_BODY_BYTES, MAX_URL_LENGTH, TIMEOUT_SECONDS

BOT_NAME = "Netra"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
USER_AGENT = "Netra/0.1"  # the contact is added by the job

CONCURRENT_REQUESTS = _CONCURRENT_REQUESTS
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 0  # the dispatcher spaces, by slot and across runs
DOWNLOAD_DELAY_JITTER = 0
DOWNLOAD_TIMEOUT = TIMEOUT_SECONDS
DOWNLOAD_MAXSIZE = MAX_BODY_BYTES  # of the body on the wire and of what it unpacks to
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_VERIFY_CERTIFICATES = True
URLLENGTH_LIMIT = MAX_URL_LENGTH

TWISTED_DNS_RESOLVER = "crawler.policy.resolver.CheckingResolver"
DNSCACHE_ENABLED = False
# file:, data:, ftp: and s3: are not for a news crawler (reliability.md, attack 6).
DOWNLOAD_HANDLERS = {
    "http": "crawler.policy.handler.OnceHandler",
    "https": "crawler.policy.handler.OnceHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}

DOWNLOADER_MIDDLEWARES_BASE = {
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
EXTENSIONS_BASE: dict[str, int] = {}
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8",
    "Accept-Language": "id",
}
COOKIES_ENABLED = False
REDIRECT_ENABLED = False
RETRY_ENABLED = False
ROBOTSTXT_OBEY = False  # by crawler.policy.robots, which is stricter: Scrapy's own fetches the page where robots.txt answers 503
HTTPPROXY_ENABLED = False  # a proxy of the environment would make the check of addresses void
TELNETCONSOLE_ENABLED = False
LOG_LEVEL = "INFO"

"""The crawler's numbers, each with its source."""

from __future__ import annotations

# Spacing of two requests to one registrable domain: that of Common Crawl's news crawler. Shorter only for loopback.
DELAY_SECONDS = 9.0
# Crawl-delay is honoured up to this (reliability.md, "Robots and politeness").
MAX_CRAWL_DELAY_SECONDS = 120.0
# What Retry-After may ask of one pass; a lying server asks 10^9 (reliability.md, attack 25). The address then waits for the next pass.
MAX_RETRY_AFTER_SECONDS = 3600.0
# First wait after 429, 5xx or a broken connection; doubled each time. Two retries are Scrapy's own default (RETRY_TIMES).
RETRY_SECONDS = 30.0
ATTEMPTS = 3
# A slot that failed this often in a row is left alone for the rest of the pass.
SLOT_FAILURES = 5

# A 2.4 KB bomb took 1.1 GB without a cap, and 106 MB in under 2 s with this one (reliability.md, measured).
MAX_BODY_BYTES = 10 << 20
# All headers of a response together: curl's own limit (MAX_HTTP_RESP_HEADER_SIZE).
MAX_HEADER_BYTES = 300 << 10
# RFC 9309, 2.5: at least 500 KiB must be parsed; we read no more.
MAX_ROBOTS_BYTES = 500 << 10
# RFC 9309, 2.4: robots.txt should not be used from a cache for more than 24 hours.
ROBOTS_SECONDS = 24 * 3600.0
# A robots.txt that could not be read shuts its origin, and is asked for again this much later: long enough to leave a sick server alone.
ROBOTS_RETRY_SECONDS = 3600.0
# RFC 9309, 2.3.1.2: at least five consecutive redirects of robots.txt; pages get as many.
MAX_HOPS = 5
# The whole of a request: the hostile suite wants each attack over within 30 s (reliability.md).
TIMEOUT_SECONDS = 25.0
# Scrapy's URLLENGTH_LIMIT, the longest address that browsers of old took.
MAX_URL_LENGTH = 2083
# Requests in the air over all slots: twice Scrapy's default of 16, for each slot has one at most.
CONCURRENT_REQUESTS = 32

# sitemaps.org: 50,000 addresses a file. Indexes are followed two deep, the newest children first (measured unbounded: 1,304 in 15 s).
MAX_LISTED = 50_000
MAX_SITEMAP_DEPTH = 2
MAX_SITEMAP_CHILDREN = 20
# Pages of an API listing or a paged feed in one pass; 100 posts a page is WordPress' own limit.
MAX_LISTING_PAGES = 5
# The same for a search of an outlet's history: 5,000 posts a word.
MAX_HISTORY_PAGES = 50
# Days of a dated index that every pass reads (a pass may fail, and editors date back), and at most in a history: one election year.
INDEX_DAYS = 3
MAX_HISTORY_DAYS = 366
# Articles of one outlet in one pass: at 9 s each an hour of its server's time; the rest waits in the frontier.
ARTICLES_A_PASS = 400
# Addresses of articles that the listings of one outlet may tell of in one pass, the newest of each: sitemaps.org's one full file. An honest
# index gives less (WordPress: 20 sitemaps of 2,000); a hostile one, 50,000 times 50,000, took 99 s and 429 MB of frontier without it.
MAX_LISTED_A_PASS = 50_000
# Articles of one outlet that may wait: 125 passes' worth. What is listed beyond is taken when there is room.
MAX_WAITING = 50_000
# Pages of one outlet, in one pass, that are copies of others of its pages: then the rest of its articles waits (attack 16: session numbers
# in addresses). Honest outlets have a few, under a second form of an address.
MAX_COPIES = 25
# Further pages of one article: the longest seen in the regional press are galleries of about a dozen.
MAX_PARTS = 20
# Listings (feeds, sitemaps, API pages) of one outlet in one pass: several indexes with their newest children.
MAX_LISTINGS = 60
# The same for a history: a day each of a year's index, with some pages more.
MAX_HISTORY_LISTINGS = 600
# A pass waits this long for addresses that are to be tried again, then leaves them to the next: twice the longest Crawl-delay.
PATIENCE_SECONDS = 240.0
# After an interrupt what is in the air may come in this long: `docker stop` kills after 10 s.
STOP_SECONDS = 5.0
# A crawler whose parent was killed needs a moment to leave the frontier; another one waits this long for it before it gives up.
LOCK_SECONDS = 2.0

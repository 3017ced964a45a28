CREATE TABLE IF NOT EXISTS addresses (
    url           TEXT PRIMARY KEY,
    fetch_url     TEXT NOT NULL,
    outlet        TEXT NOT NULL,
    slot          TEXT NOT NULL,
    role          TEXT NOT NULL,
    found_by      TEXT NOT NULL,
    found_at      REAL NOT NULL,
    told          REAL,
    due           REAL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    hops          INTEGER NOT NULL DEFAULT 0,
    part_of       TEXT,
    part          INTEGER NOT NULL DEFAULT 1,
    status        TEXT,
    reason        TEXT NOT NULL DEFAULT '',
    http          INTEGER,
    decided       REAL,
    first_fetched REAL,
    etag          TEXT,
    last_modified TEXT,
    sha256        TEXT,
    unmodified    INTEGER NOT NULL DEFAULT 0,
    again         REAL,
    interval      REAL,
    pointer       TEXT,
    rank          INTEGER NOT NULL,
    CHECK (due IS NOT NULL OR status IS NOT NULL)
);
CREATE TABLE IF NOT EXISTS robots (
    origin  TEXT PRIMARY KEY,
    fetched REAL NOT NULL,
    verdict TEXT NOT NULL,
    reason  TEXT NOT NULL,
    body    TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS slots (
    slot  TEXT PRIMARY KEY,
    ended REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS days (
    day    TEXT NOT NULL,
    outlet TEXT NOT NULL,
    status TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (day, outlet, status)
) WITHOUT ROWID;

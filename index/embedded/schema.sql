-- The records of the embedded store. `no` are row numbers that the joins and the search index use; ids are what the world sees.
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS articles (
    no INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,          -- the newest version
    relevant INTEGER NOT NULL,
    day TEXT NOT NULL,              -- the day it sorts by
    published TEXT,                 -- month of publication, where known
    month TEXT NOT NULL,            -- month of `day`
    outlet TEXT NOT NULL,
    cluster TEXT NOT NULL,          -- its text cluster; its own id until settled
    sign BLOB,                      -- MinHash signature of the newest text
    dirty INTEGER NOT NULL,         -- put or changed since the last settling
    revision INTEGER NOT NULL       -- when its search document last changed
);
CREATE INDEX IF NOT EXISTS articles_dirty ON articles (dirty) WHERE dirty = 1;
CREATE INDEX IF NOT EXISTS articles_revision ON articles (revision);
CREATE INDEX IF NOT EXISTS articles_cluster ON articles (cluster);
CREATE INDEX IF NOT EXISTS articles_month ON articles (month, outlet);

CREATE TABLE IF NOT EXISTS versions (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    fetched TEXT NOT NULL,          -- first sighting
    seen TEXT NOT NULL,             -- last sighting
    record BLOB NOT NULL            -- CodedArticle as JSON
);
CREATE INDEX IF NOT EXISTS versions_article ON versions (article);

CREATE TABLE IF NOT EXISTS aliases (alias TEXT, article TEXT, PRIMARY KEY (alias, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS aliases_article ON aliases (article);
-- Articles taken down: their number and id, so that the joiners and the search index can follow; nothing of what they said.
CREATE TABLE IF NOT EXISTS gone (no INTEGER PRIMARY KEY, article TEXT NOT NULL, revision INTEGER NOT NULL, dirty INTEGER NOT NULL);

-- What the joiners look up.
CREATE TABLE IF NOT EXISTS bands (band INTEGER, article TEXT, PRIMARY KEY (band, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_article ON bands (article);
CREATE TABLE IF NOT EXISTS event_keys (key TEXT, article TEXT, PRIMARY KEY (key, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_keys_article ON event_keys (article);
CREATE TABLE IF NOT EXISTS person_names (name TEXT, article TEXT, PRIMARY KEY (name, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_names_article ON person_names (article);

-- What they joined.
CREATE TABLE IF NOT EXISTS events (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    status TEXT,
    region TEXT,
    date TEXT,
    since INTEGER,
    until INTEGER,
    statement INTEGER NOT NULL,     -- dated by the statement's day
    record BLOB NOT NULL            -- Event as JSON
);
CREATE INDEX IF NOT EXISTS events_date ON events (date, id);
CREATE TABLE IF NOT EXISTS event_values (field TEXT, value TEXT, event INTEGER, PRIMARY KEY (field, value, event)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_values_event ON event_values (event);
CREATE TABLE IF NOT EXISTS events_by_key (key TEXT, event INTEGER, PRIMARY KEY (key, event)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS events_by_key_event ON events_by_key (event);
CREATE TABLE IF NOT EXISTS event_articles (event INTEGER, article INTEGER, PRIMARY KEY (event, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_articles_article ON event_articles (article);

CREATE TABLE IF NOT EXISTS people (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL            -- PersonProfile as JSON
);
CREATE TABLE IF NOT EXISTS people_by_name (name TEXT, person INTEGER, PRIMARY KEY (name, person)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS people_by_name_person ON people_by_name (person);
CREATE TABLE IF NOT EXISTS person_articles (person INTEGER, article INTEGER, PRIMARY KEY (person, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_articles_article ON person_articles (article);

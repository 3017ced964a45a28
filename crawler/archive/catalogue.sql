CREATE TABLE IF NOT EXISTS files (
    file    TEXT PRIMARY KEY,
    scanned INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS records (
    file    TEXT NOT NULL,
    offset  INTEGER NOT NULL,
    record  TEXT NOT NULL,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    fetched TEXT NOT NULL,
    part_of TEXT,
    part    INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (file, offset)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_by_sha256 ON records (sha256);
CREATE INDEX IF NOT EXISTS records_by_name ON records (name, fetched);
CREATE INDEX IF NOT EXISTS records_by_record ON records (record);
CREATE INDEX IF NOT EXISTS records_by_part ON records (part_of, part) WHERE part_of IS NOT NULL;

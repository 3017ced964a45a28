"""How fast bulk files are read: `python -m tests.benchmarks.scan`; the target is 1,500 records a second on a core, 1% of which pass.

Invented pages of 26 kB, as those of news sites weigh unpacked, packed as CC-NEWS packs them.
"""

from __future__ import annotations

import random
import tempfile
import time
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.bulk import backfill
from crawler.bulk.sources import Candidate, read_source
from crawler.registry import Registry

RECORDS = 4000
OUTLETS = ("bacaini.id", "batasmedia99.com", "kuasakata.com", "media-asing.example")
TEXT = (
    "pasar harga cabai turun petani panen raya kabupaten jalan rusak hujan deras warga sekolah murid bola liga gol pemain pelatih "
    "pertandingan kopi pabrik bantuan pekan kemarin kerbau sungai jembatan puskesmas pelabuhan nelayan sawah irigasi"
)


def write(path: Path) -> None:
    """A file of pages, each hundredth about the subject, a quarter from an outlet that is not registered."""
    chance, words = random.Random(20241127), TEXT.split()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.0")
        for n in range(RECORDS):
            text = " ".join(chance.choice(words) for _ in range(3900)) + (" netralitas ASN" if n % 100 == 0 else "")
            body = f"<!DOCTYPE html><html><head><title>Berita {n}</title></head><body><p>{text}</p></body></html>".encode()
            writer.write_record(
                writer.create_warc_record(
                    f"https://{OUTLETS[n % len(OUTLETS)]}/{n}.html",
                    "response",
                    payload=BytesIO(body),
                    length=len(body),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2024-09-18T07:30:00Z"},
                )
            )


def main() -> None:
    """Measure reading alone, and the whole way into an archive."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "berita.warc.gz"
        write(path)
        registry = Registry.load()
        began = time.process_time()
        kept = sum(isinstance(found, Candidate) for _, found in read_source(path, registry))
        read = RECORDS / (time.process_time() - began)
        began = time.process_time()
        report = backfill([path], Path(folder) / "arsip")
        whole = RECORDS / (time.process_time() - began)
        assert kept == report.taken > 0
        print(f"scan {read:.0f} records/s a core, into the archive {whole:.0f} (target 1500); {kept} of {RECORDS} passed")


if __name__ == "__main__":
    main()

"""Invented pages as several publishing systems serve them."""

from __future__ import annotations

from datetime import UTC, datetime

from extraction.article import read_html
from extraction.model import ArticleText, Outlet, Source

FETCHED = datetime(2025, 1, 1, tzinfo=UTC)
URL = "https://kabarkita.id/read/123/bawaslu-ingatkan-asn"
TITLE = "Bawaslu Tanjung Raya Ingatkan ASN Tetap Netral"
LEAD = "TANJUNG RAYA, KABARKITA – Bawaslu Kabupaten Tanjung Raya mengingatkan seluruh aparatur sipil negara agar tetap netral."
BODY = [
    "“Kami akan menindak siapa pun yang melanggar aturan itu,” kata Ketua Bawaslu Tanjung Raya Darto Wiyono, Senin (4/11/2024).",
    "Menurut Darto, pengawasan dilakukan sampai ke tingkat kecamatan oleh para panwascam bersama pengawas kelurahan dan desa.",
    "Ia menyebut tiga laporan sudah diterima, dan semuanya masih dalam tahap kajian awal sebelum diputuskan dalam rapat pleno.",
    "Sekda Tanjung Raya Sulastri Hadi menyatakan pemerintah kabupaten sudah mengeluarkan surat edaran tentang netralitas pegawai.",
]
MENU = "<nav><ul><li><a href='/'>Beranda</a></li><li><a href='/politik'>Politik</a></li></ul></nav>"
RELATED = "".join(
    f"<li><h3><a href='/read/{n}/lain'>{t}</a></h3><p>{e}</p></li>"
    for n, t, e in [
        (1, "Harga Cabai Naik Jelang Lebaran", "Pedagang di pasar induk mengeluh karena pasokan dari petani terus berkurang."),
        (2, "Dua Kapal Nelayan Karam di Teluk", "Tim penyelamat masih mencari tiga orang yang hilang sejak kemarin petang."),
    ]
)


def read(html: str | bytes, url: str | None = URL, zone: str = "WIB", domain: str = "kabarkita.id") -> ArticleText:
    body = html if isinstance(html, bytes) else html.encode()
    return read_html(Source(body, "text/html", "uji.html", FETCHED, url=url, outlet=Outlet(domain=domain, zone=zone)))


def page(article: str, head: str = "", title: str = f"{TITLE} - Kabarkita.id", after: str = "") -> str:
    """A page around an article's markup."""
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title><meta property='og:type' content='article'>"
        f"<meta property='og:site_name' content='Kabarkita.id'>{head}</head><body>{MENU}<div class='main'>{article}</div>"
        f"<aside class='sidebar'><ul>{RELATED}</ul></aside>{after}<footer>Tentang kami. Pedoman media siber.</footer></body></html>"
    )


def paragraphs(*extra: str, at: int = 2) -> str:
    """The article's paragraphs, with markup put in behind the first `at`."""
    every = [f"<p>{p}</p>" for p in (LEAD, *BODY)]
    return "".join([*every[:at], *extra, *every[at:]])


TEXT = "\n".join([LEAD, *BODY])

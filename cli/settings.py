"""Settings: environment variables NETRA_*, documented here and listed by `netra settings`. A test fails where one is not documented."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """All settings, each with its default and what it does."""

    model_config = SettingsConfigDict(env_prefix="NETRA_", extra="ignore")

    data: Path = Field(Path("data"), description="folder yang memuat arsip, basis data dan indeks")
    store: Literal["embedded", "elasticsearch"] = Field(
        "embedded", description="tempat catatan disimpan: embedded (SQLite dan tantivy) atau elasticsearch"
    )
    elasticsearch_url: str = Field("http://127.0.0.1:9200", description="alamat Elasticsearch")
    elasticsearch_api_key: str = Field("", description="kunci API Elasticsearch, bila keamanan menyala")
    elasticsearch_prefix: str = Field("netra", description="awalan nama indeks Elasticsearch")
    host: str = Field("127.0.0.1", description="alamat tempat antarmuka dilayani")
    port: int = Field(8000, ge=1, le=65535, description="porta antarmuka")
    keep: Literal["hits", "all"] = Field("hits", description="halaman yang diarsipkan: hits (memuat kata pokok bahasan) atau all")
    contact: str = Field("", description="alamat surel atau URL pengelola, disebut dalam user agent perayap")
    person_model: str = Field(
        "netra_person_model_v1", description="model nama orang: bawaan, atau paket.modul:fungsi milik sendiri (extraction/models/README.md)"
    )
    outlets: Path | None = Field(
        None, description="folder berkas media (TOML) tambahan, di samping yang dibawa; ke sana pula `outlet add --write` menulis"
    )
    log: Literal["text", "json"] = Field("text", description="catatan perayapan di stderr: text, atau json (satu objek tiap baris)")
    resolve: str = Field("", description="untuk uji saja: host yang ada di alamat lain, `host=alamat:porta`, dipisah koma")
    delay: float = Field(9.0, ge=0, description="jarak terkecil antara dua permintaan ke satu domain terdaftar, dalam detik")

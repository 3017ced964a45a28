import trafilatura

from extraction.model import ArticleText, Source


def canonical_url(url: str | None, _declared: str | None) -> str | None:
    """To be written."""
    return url


def read_html(source: Source) -> ArticleText:
    """To be written."""
    return ArticleText(text=trafilatura.extract(source.body.decode("utf-8", "replace")) or "")


def read_plain(source: Source) -> ArticleText:
    """To be written."""
    lines = [line.strip() for line in source.body.decode("utf-8", "replace").splitlines() if line.strip()]
    return ArticleText(text="\n".join(lines), title=source.title, published=source.published)

from extraction.reading import Reading


def read_relevance(reading: Reading) -> None:
    """To be written."""


def read_elections(reading: Reading) -> None:
    """To be written."""


def read_figures(reading: Reading) -> None:
    """To be written."""


def read_events(reading: Reading) -> None:
    """To be written."""


def read_cases(reading: Reading) -> None:
    """To be written."""

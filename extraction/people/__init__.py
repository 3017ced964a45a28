from extraction.reading import Reading


def read_people(reading: Reading) -> None:
    """To be written."""


def read_quotes(reading: Reading) -> None:
    """To be written."""

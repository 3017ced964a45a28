from extraction.reading import Reading


def read_dates(reading: Reading) -> None:
    """To be written."""

from extraction.reading import Reading


def read_agencies(reading: Reading) -> None:
    """To be written."""

from extraction.reading import Reading


def read_places(reading: Reading) -> None:
    """To be written."""


def read_main_region(reading: Reading) -> None:
    """To be written."""

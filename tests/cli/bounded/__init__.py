"""The bounded process."""

"""Mutated pages: the reader must neither crash nor hang on anything that a server can send."""

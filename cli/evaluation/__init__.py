"""Scoring of coded articles against gold facts, by the codebook's sections 10 and 12, and floors that only rise."""

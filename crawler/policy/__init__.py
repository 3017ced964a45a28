"""How the crawler behaves towards others: robots.txt, spacing, addresses, limits, revisits, and what it keeps."""

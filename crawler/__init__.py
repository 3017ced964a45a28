"""Finds article addresses, fetches them politely and archives them; it understands no article."""

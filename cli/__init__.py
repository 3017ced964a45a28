"""The command line: `python -m cli`, started by ./netra. It alone reads settings and wires crawler, extraction, index and search_ui."""

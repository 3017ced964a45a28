"""The whole run: `python -m tests.fuzz --count 10000 [--seed 4]`; exit code 1 where a page crashed, hung or the times are too long."""

from __future__ import annotations

import argparse
import sys

from tests.fuzz.run import pages, run, run_extremes

P99 = 1.0  # seconds, what the whole run must keep


def main() -> int:
    """Print the figures, the slowest pages and every crash and hang."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    known = pages()
    outcome, largest = run(options.count, options.seed, known), run_extremes(known)
    print(f"seed {options.seed}, {len(known)} pages known\nmutated: {outcome}\nlargest: {largest}")
    wrong = outcome.crashes + outcome.hangs + largest.crashes + largest.hangs
    print("\n".join(wrong))
    return 1 if wrong or outcome.percentile(0.99) > P99 else 0


if __name__ == "__main__":
    sys.exit(main())

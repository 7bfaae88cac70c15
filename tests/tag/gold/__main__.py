"""The figures of the gold sentences and briefs, with what is wrong in the sentences: python -m tests.tag.gold [FIGURE...]"""

from __future__ import annotations

import sys

from tests.tag.coding import gold_events
from tests.tag.gold import briefs
from tests.tag.gold.labels import read
from tests.tag.gold.score import by_type, score

MEASURED = read("measured.toml")
figures = score(MEASURED, gold_events)
print(f"{len(MEASURED)} sentences\n")
print(f"{'figure':<12}{'right':>6}{'asked':>7}{'share':>7}")
for name, figure in figures.items():
    print(f"{name:<12}{figure.right:>6}{figure.asked:>7}{figure.share:>7.3f}")
print(f"\n{'type':<12}{'gold':>6}{'found':>7}{'surplus':>9}")
for name, gold, found, surplus in by_type(MEASURED, gold_events):
    print(f"{name:<12}{gold:>6}{found:>7}{surplus:>9}")
for half in "ab":
    print(f"\nbriefs {half:<5}{'right':>6}{'asked':>7}{'share':>7}")
    for name, figure in briefs.measure(briefs.read(half)).items():
        print(f"{name:<12}{figure.right:>6}{figure.asked:>7}{figure.share:>7.3f}")
if unknown := set(sys.argv[1:]) - figures.keys():
    sys.exit(f"no such figure: {', '.join(sorted(unknown))}; name some of the above")
for name in sys.argv[1:]:
    print(f"\n{name}")
    for note in figures[name].wrong:
        print(f"  {note}")

"""Makes agents/tag/data/nouns.tsv from WordNet 3.0: what kind of thing a common noun names.

    python ops/training/roles/build_nouns.py DICT      # WordNet's folder, of which cntlist.rev is read

A noun's kind is the field of its senses that is met most often in WordNet's tagged texts. Nouns that these texts hardly use
as such (four times as often a verb) are left out, but for persons.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).parents[3] / "agents" / "tag" / "data"
NOUN, VERB = "1", "2"
KINDS = {4: "act", 11: "act", 19: "act", 22: "act", 9: "message", 10: "message", 14: "group", 15: "location", 18: "person"}
KINDS |= dict.fromkeys((5, 6, 8, 13, 17, 20, 27), "object") | dict.fromkeys((23, 28), "time")
"""WordNet's lexicographer file -> kind; every other is abstract."""
OFTENER_A_VERB = 4
SHORTEST = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dict", type=Path, help="WordNet's folder")
    counts = parser.parse_args().dict / "cntlist.rev"
    nouns: defaultdict[str, Counter[str]] = defaultdict(Counter)
    verbs: Counter[str] = Counter()
    for line in counts.read_text("utf-8").splitlines():
        key, _, count = line.split()
        word, sense = key.split("%")
        part, field = sense.split(":")[:2]
        if not re.fullmatch(r"[a-z-]+", word) or len(word) < SHORTEST:
            continue
        if part == NOUN:
            nouns[word][KINDS.get(int(field), "abstract")] += int(count)
        elif part == VERB:
            verbs[word] += int(count)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, kinds in sorted(nouns.items()):
        kind, count = kinds.most_common(1)[0]
        if kind == "person" or OFTENER_A_VERB * count >= verbs[word]:
            found[kind].append(word)
    lines = [f"{kind}\t{' '.join(words)}\n" for kind, words in sorted(found.items())]
    (DATA / "nouns.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

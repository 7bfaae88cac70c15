"""Articles of 250 words tagged a second of one core's time, and the share of each step: `python ops/bench/tag.py [--seconds 5]`."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime

from agents.settings import Settings
from agents.steps import measured
from agents.tag.transform import load
from schemas.article import ArticleToTag

WORDS = 250
PARAGRAPHS = (
    "Gunmen killed at least nine people on Monday when they opened fire on a market in the northern city of Maiduguri, "
    "police said. The attack was claimed by a militant group that has fought the government for a decade.",
    "President Amina Sule condemned the killings and promised to send more troops to the region. She met the governor in "
    "Abuja on Tuesday and urged neighbouring Chad and Niger to close their borders to the fighters.",
    "Hundreds of residents marched through the streets to demand better protection. Some of them threw stones at police, "
    "who fired tear gas; 14 people were arrested, according to the state police commissioner, John Okoro.",
    "The market, the largest in the state, had reopened in January after a fire. Traders sell grain, cattle and cloth "
    "there, and buyers come from as far as Kano, some 500 kilometres to the west.",
    "The United Nations offered help to the wounded. A spokesman in Geneva said that two teams of doctors would travel to "
    "the city this week, and that tents and medicine were on their way.",
    "Schools stayed closed. In the hospital, nurses spoke of long nights and of families who waited in the yard for news. "
    "The rain, which had held off all week, began in the evening.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to measure")
    seconds = parser.parse_args().seconds
    tag = load(Settings())
    text = "\n".join(PARAGRAPHS)
    words = len(text.split())
    article = ArticleToTag(
        article_id="bench",
        url="https://example.com/a",
        title="Gunmen kill nine at market in Maiduguri",
        text=text,
        published_at=datetime(2031, 3, 12, 8, tzinfo=UTC),
        language="en",
    )
    tag(article)
    done, started = 0, time.process_time()
    with measured() as steps:
        while time.process_time() - started < seconds:
            tag(article)
            done += 1
    spent = time.process_time() - started
    all_steps = sum(steps.values())
    print(f"{done / spent * words / WORDS:.0f} articles of {WORDS} words a second on one core, with everything on")
    for name, cost in sorted(steps.items(), key=lambda item: -item[1]):
        print(f"  {name:10s} {cost / all_steps:6.1%}")


if __name__ == "__main__":
    main()

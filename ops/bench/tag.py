"""Articles of 250 words tagged a second of one core's time, with everything on, and where the time goes.

    python -m ops.bench.tag [ARTICLES...] [--limit N]

ARTICLES: JSON Lines of clean articles. Without any: LIMIT articles of fiction whose sentences are put together anew for each,
with other names and numbers in other orders, and, where the exam's texts are at hand, its whole articles. Every article is tagged
once: what is remembered of one helps another only as far as it does in a stream of news. Processor time counts, words make the
articles: a text of 500 words is two.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import process_time

from agents.runtime.pool_child import ONE_THREAD
from agents.runtime.pool_process import settle

os.environ.update(ONE_THREAD)  # as in the pool; numpy reads it when it is imported

import orjson

from agents import steps as stopwatch
from agents.form import form
from agents.settings import Settings
from agents.tag.transform import load
from ops.bench.fiction import article_texts
from schemas.article import ArticleToTag

WORDS = 250
ROOT = Path(__file__).parents[2]
EXAM = Path(os.environ.get("EVENTWIRE_EXAM", ROOT.parent / "shared" / "exam")) / "tagging"
WHOLE_ARTICLES = ("wikievents", "geo_trnews", "geo_lgl", "geo_gwn")
"""The exam's sets of texts that are articles; the others are sentences, in which the work on an article weighs more."""
PUBLISHED = datetime(2031, 3, 12, 8, tzinfo=UTC)
WARM_UP = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    options = parser.parse_args()
    tag = load(Settings())
    stopwatch.perf_counter = process_time  # a busy machine takes time that no step used
    fiction = list(_fiction(options.limit + WARM_UP))
    for article in fiction[-WARM_UP:]:
        tag(article)
    settle()
    if options.articles:
        given = [ArticleToTag.from_json(line) for file in options.articles for line in file.read_bytes().splitlines() if line]
        if not given:
            sys.exit("bench: no articles; give files of clean articles, one a line")
        _measure("articles given", given[: options.limit], tag)
        return
    _measure("articles of fiction", fiction[:-WARM_UP], tag)
    if EXAM.is_dir():
        _measure("articles of the exam", list(_exam()), tag)


def _measure(name: str, articles: Sequence[ArticleToTag], tag: Callable[[ArticleToTag], object]) -> None:
    """Prints articles a second, and milliseconds an article by step."""
    started = process_time()
    with stopwatch.measured() as steps:
        for article in articles:
            tag(article)
    spent = process_time() - started
    tagged = sum(len(article.text.split()) for article in articles) / WORDS
    print(f"{len(articles)} {name}: {tagged / spent:.0f} of {WORDS} words a second on one core, {form()}; milliseconds of each")
    steps["the record"] = spent - sum(steps.values())
    for step, cost in sorted(steps.items(), key=lambda item: -item[1]):
        print(f"  {step:10s} {1000 * cost / tagged:6.2f}")


def _fiction(number: int) -> Iterator[ArticleToTag]:
    for index, (title, text) in enumerate(article_texts(Random(WORDS), number, WORDS)):
        yield _article(f"fiction-{index}", title, text)


def _exam() -> Iterator[ArticleToTag]:
    for name in WHOLE_ARTICLES:
        for index, line in enumerate((EXAM / f"{name}.jsonl").read_bytes().splitlines()):
            record = orjson.loads(line)
            yield _article(f"{name}-{index}", record.get("title") or "", record["text"])


def _article(article_id: str, title: str, text: str) -> ArticleToTag:
    return ArticleToTag(
        article_id=article_id,
        url=f"https://example.com/{article_id}",
        title=title,
        text=text,
        published_at=PUBLISHED,
        language="en",
    )


if __name__ == "__main__":
    main()

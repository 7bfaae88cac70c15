"""Pages of a newspaper that are no articles, and plain ones that are, made of the training pages' headlines and first lines.

The sets' pages that must be refused are mostly shops' and companies'. A front page, a topic's list, an archive speak of the same
things as a story does: only their shape tells. So that the gate learns the shape and not the template, the same sites also show
whole stories, with and without other stories beneath.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ops.training.clean.data import Page
from ops.training.clean.foreign import Pool, Story, Voice

LISTS, STORIES = 60, 60
"""Of each fold."""
VERSE = 0.08
"""Share of the stories that are set as verses."""
_KINDS = ("front", "front", "topic", "topic", "section", "archive", "author", "search", "headlines", "headlines", "table", "table")
_PATHS = {
    "front": ("", "index.html", "home", "en/", "?lang=en"),
    "topic": ("tag/{slug}", "topics/{slug}", "thema/{slug}", "etiqueta/{slug}", "tag/{slug}/page/2", "{slug}", "news/{slug}"),
    "section": ("politics", "news/world", "sport/", "wirtschaft", "local-news.html", "nacional/", "{slug}/"),
    "archive": ("archive/2014/05", "2019/11/", "archiv.php?tag=3", "today.htm", "news.html"),
    "author": ("author/{slug}", "autor/{slug}", "by/{slug}", "people/{slug}"),
    "search": ("?s={slug}", "search?q={slug}", "suche/{slug}"),
    "table": (
        "weather/{slug}",
        "results",
        "live",
        "sport/table.html",
        "markets/{slug}",
        "{slug}",
        "timetable.php?id={n}",
        "prices/{slug}",
    ),
    "headlines": ("today.htm", "headlines", "latest", "breaking-news", "news.php?page=4", ""),
}
_STORY_PATHS = ("2019/05/{slug}", "news/{slug}-{n}.html", "?p={n}", "{n}.htm", "politics/{slug}", "article/{n}/{slug}", "{slug}")


@dataclass(frozen=True)
class Made:
    """A made-up page."""

    url: str
    html: str
    fold: int
    article: bool


def made(pages: Sequence[Page]) -> Iterator[Made]:
    """The same at each call."""
    for fold in sorted({page.fold for page in pages}):
        own = [page for page in pages if page.fold == fold]
        pool, rng = Pool(own), random.Random(f"lists {fold}")
        for number in range(LISTS + STORIES):
            voice = pool.voice(rng.choice(own), rng)
            site = voice.stock.filled("{site}")
            slug = re.sub(r"\W+", "-", voice.story()[0].lower())[:40].strip("-")
            article = number >= LISTS
            kind = rng.choice(_KINDS)
            path = rng.choice(_STORY_PATHS if article else _PATHS[kind]).replace("{slug}", slug)
            url = f"https://{re.sub(r'[^a-z]', '', site.lower())}.example/{path.replace('{n}', str(rng.randint(9, 99999)))}"
            yield Made(url, _story(voice, site) if article else _list(kind, voice, site), fold, article)


def _list(kind: str, voice: Voice, site: str) -> str:
    rng, stock = voice.rng, voice.stock
    if kind == "table":
        return _table(voice, site)
    stories = [voice.story() for _ in range(rng.randint(4, 40) if kind == "front" else rng.randint(4, 20))]
    topic = {
        "author": stock.filled("{name} {name}"),
        "search": f"{stock.filled('{place}')} – {len(stories)}",
        "topic": rng.choice((stock.filled("{place}"), rng.choice(stories)[0].split(" ")[-1].capitalize())),
    }.get(kind, rng.choice((stock.line("menus"), stock.heading("stories"))))
    said = rng.choice((site, f"{site} - {stock.heading('stories')}", f"{site} | {stock.line('menus')}"))
    title = said if kind == "front" else f"{topic} {rng.choice('-|–')} {site}"
    head = "" if kind == "front" and rng.random() < 0.6 else f"<h1>{escape(topic)}</h1>"
    if kind == "author" and rng.random() < 0.6:
        head += f"<p>{escape(stock.line('biographies'))}</p>"
    if rng.random() < 0.2:
        head += f"<p>{escape(stock.line('newsletters'))}</p>"
    further = f'<a href="?p=2">{escape(stock.line("continued"))}</a>'
    rest = rng.choice(("", '<a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=4">»</a>', further))
    lead = kind != "headlines" or rng.random() < 0.5
    return _page(voice, title, "website", "", head + _teasers(voice, stories, lead=lead) + rest)


def _table(voice: Voice, site: str) -> str:
    """Names and numbers, row by row, and perhaps a sentence that sums them up: scores, forecasts, prices, times."""
    rng, stock = voice.rng, voice.stock
    entry = rng.choice(("{place}", "{name}", "{place} {name}", "{place} – {place}", "{date}"))
    cells = [
        rng.choice(("{n}", "{n}.{n}", "{n} : {n}", "{n} %", "{n}°", "{place}", "+{n}", "{n}:{n}")) for _ in range(rng.randint(1, 6))
    ]
    row, cell = rng.choice((("tr", "td"), ("tr", "td"), ("li", "span"), ("div", "div")))
    rows = "".join(
        f"<{row}>{''.join(f'<{cell}>{escape(stock.filled(text))}</{cell}>' for text in (entry, *cells))}</{row}>"
        for _ in range(rng.randint(6, 40))
    )
    topic = rng.choice((stock.filled("{place}"), stock.line("menus")))
    told = "".join(
        f"<p>{escape(prose[0][:250])}</p>" for _, prose in [voice.story() for _ in range(rng.choice((0, 0, 1)))] if prose
    )
    box = "table" if row == "tr" else "ul" if row == "li" else "div"
    return _page(voice, f"{topic} | {site}", "website", "", f"<h1>{escape(topic)}</h1>{told}<{box}>{rows}</{box}>")


def _story(voice: Voice, site: str) -> str:
    rng, stock = voice.rng, voice.stock
    title, prose = voice.story()
    paragraphs = prose[: rng.choice((4, 8, 30, 30))]
    if rng.random() < VERSE:
        paragraphs = _verses(paragraphs)
    byline = rng.choice(("", f"<p>{escape(stock.filled('{name} {name}'))}</p>", f"<p>{escape(stock.date())}</p>"))
    mark = rng.choice(("p", "p", "p", "div", "br"))
    told = "".join(f"<{mark}>{escape(text)}</{mark}>" for text in paragraphs)
    if mark == "br":
        told = "<br><br>".join(map(escape, paragraphs))
    others = ""
    if rng.random() < 0.6:
        heading = f"<h3>{escape(stock.heading('stories'))}</h3>" if rng.random() < 0.7 else ""
        others = heading + _teasers(voice, [voice.story() for _ in range(rng.randint(2, 8))], lead=rng.random() < 0.4)
    named = rng.choice((title, f"{title} - {site}", f"{site}: {title}"))
    box = rng.choice(("article", "div", "main", "td"))
    story = f"<h1>{escape(title)}</h1>{byline}{told}"
    body = f"<table><tr><td>{story}</td></tr></table>{others}" if box == "td" else f"<{box}>{story}</{box}>{others}"
    return _page(voice, named, "article", prose[0][:150], body)


def _verses(paragraphs: Sequence[str]) -> list[str]:
    """The same in lines of five to eight words, as a poem has them."""
    words = " ".join(paragraphs).split(" ")[:200]
    lines, at = [], 0
    while at < len(words):
        length = 5 + (len(lines) * 7) % 4
        lines.append(" ".join(words[at : at + length]))
        at += length
    return lines


def _teasers(voice: Voice, stories: Sequence[Story], *, lead: bool) -> str:
    rng, stock = voice.rng, voice.stock
    heading = rng.choice(("h2", "h3", "h4", "b", "div", "p", ""))
    box = rng.choice(("div", "div", "li", "article", "tr", "br"))
    dated, linked, more = rng.random() < 0.5, rng.random() < 0.85, rng.random() < 0.3
    length = rng.choice((0, 120, 200, 1000))
    shown = []
    for number, (title, prose) in enumerate(stories):
        name = f'<a href="/{number}">{escape(title)}</a>' if linked else escape(title)
        parts = [f"<{heading}>{name}</{heading}>" if heading else name]
        if dated:
            parts.insert(rng.choice((0, 1)), f"<span>{escape(stock.date())}</span>")
        if lead and prose:
            text = " ".join(prose[: rng.choice((1, 1, 1, 2))])
            parts.append(text if not length or len(text) <= length else f"{text[:length]}{rng.choice(('...', '…', ''))}")
            parts[-1] = f"<p>{escape(parts[-1])}</p>" if box != "br" else f"<br>{escape(parts[-1])}"
        if more:
            parts.append(f'<a href="/{number}">{escape(stock.line("continued"))}</a>')
        shown.append("".join(parts))
    if box == "br":
        return f"<table><tr><td>{'<br><br>'.join(shown)}</td></tr></table>"
    if box == "tr":
        return f"<table>{''.join(f'<tr><td>{part}</td></tr>' for part in shown)}</table>"
    rows = "".join(f"<{box}>{part}</{box}>" for part in shown)
    return f"<ul>{rows}</ul>" if box == "li" else f"<div>{rows}</div>"


def _page(voice: Voice, title: str, kind: str, description: str, body: str) -> str:
    rng, stock = voice.rng, voice.stock
    language = f' lang="{stock.language}"' if rng.random() < 0.5 else ""
    declared = f'<meta property="og:type" content="{kind}">' if rng.random() < 0.4 else ""
    if description and rng.random() < 0.4:
        declared += f'<meta name="description" content="{escape(description)}">'
    menu = "".join(f'<a href="/{i}">{escape(entry)}</a> ' for i, entry in enumerate(stock.lines("menus", rng.randint(3, 12))))
    above = rng.choice(("", f"<nav>{menu}</nav>", f"<div>{menu}</div>"))
    below = rng.choice(("", f"<footer>{escape(stock.line('rights'))}</footer>", f"<div>{escape(stock.line('rights'))}</div>"))
    return (
        f'<!DOCTYPE html><html{language}><head><meta charset="utf-8"><title>{escape(title)}</title>{declared}</head>'
        f"<body>{above}{body}{below}</body></html>"
    )

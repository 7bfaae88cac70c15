"""Ways in which pages break: what markup is made of inserted, repeated, cut, moved."""

from __future__ import annotations

from random import Random

TOKENS: tuple[bytes, ...] = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", '"', "'", "=", "&", "&#0;", "&#xD800;", "&#x110000;",
        "&amp;amp;", "\0", "\x1b$B", "\ufeff", "\ufffe", "\ud800", "\u202e", "é", "港口", "ﷺ",
        "<p>", "</p>", "<br>", "<div>", "</div>", "<div class='", "<span itemprop=datePublished content='", "<a href='/author/x'>",
        "</a>", "<table><tr><td>", "</table>", "<ul><li>", "<select>", "<option>", "<button>", "<svg>", "<math>", "<frameset>",
        "<noscript>", "</noscript>", "<template shadowrootmode=open>", "<iframe srcdoc='", "<textarea>", "<title>", "</title>",
        "<h1>", "</h1>", "<h2>", "<article>", "</article>", "<aside>", "<body>", "</body>", "<html lang='-'>", "<base href='//['>",
        "<link rel=canonical href='http://[::1'>", "<meta charset=utf-7>", "<meta charset=utf-16>", "<meta charset=x>",
        "<meta property='og:title' content='", "<meta property='article:published_time' content='", "<meta name=author content='",
        "<time datetime='2026-13-45'>", "<time pubdate datetime='2026-02-30T25:61:61+99:99'>", "</time>",
        "<script>", "</script>", "<script type='application/ld+json'>", "<style>", "</style>", '{"@type":"NewsArticle","author":',
        '[{"@id":"#a"}]', '{"@graph":[', '"datePublished":{}', '"headline":[null]', '"@id":1', "1e999", "\\ud800", "\\u0000",
        "32/13/2026", "00.00.0000", "March 45, 2026", "9999-12-31T23:59:59-14:00", "0001-01-01", "4 March 2026", "vor 3 Stunden",
        "2026-03-04", "999999999999999999 days ago", "By ", "By By By", " | ", " - ", "(((((", "\t", " ", "\u00ad",
    )
)  # fmt: skip
SAMPLES_TOO = (2, 10, 1_000, 30_000)
"""How often a passage is repeated: what grows faster than the page shows at the last."""
MOST_BYTES = 200_000


def mutate(page: bytes, random: Random) -> bytes:
    """The page with one to eight changes; the same for the same state of `random`."""
    data = bytearray(page)
    for _ in range(random.randint(1, 8)):
        change = random.choice(_CHANGES)
        change(data, random)
    return bytes(data[:MOST_BYTES])


def _place(data: bytearray, random: Random) -> int:
    return random.randint(0, len(data))


def _span(data: bytearray, random: Random, longest: int) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + random.randint(1, longest))


def _insert(data: bytearray, random: Random) -> None:
    place = _place(data, random)
    data[place:place] = b"".join(random.choices(TOKENS, k=random.randint(1, 3)))


def _repeat_token(data: bytearray, random: Random) -> None:
    token = b"".join(random.choices(TOKENS, k=random.randint(1, 2)))
    place = _place(data, random)
    data[place:place] = (token * random.choice(SAMPLES_TOO))[:MOST_BYTES]


def _repeat_span(data: bytearray, random: Random) -> None:
    start, end = _span(data, random, 400)
    data[end:end] = (bytes(data[start:end]) * random.choice(SAMPLES_TOO))[:MOST_BYTES]


def _delete(data: bytearray, random: Random) -> None:
    start, end = _span(data, random, 200)
    del data[start:end]


def _move(data: bytearray, random: Random) -> None:
    start, end = _span(data, random, 300)
    piece = bytes(data[start:end])
    del data[start:end]
    place = _place(data, random)
    data[place:place] = piece


def _flip(data: bytearray, random: Random) -> None:
    for _ in range(min(len(data), random.randint(1, 20))):
        data[random.randrange(len(data))] = random.randrange(256)


def _cut(data: bytearray, random: Random) -> None:
    del data[_place(data, random) :]


_CHANGES = (_insert, _insert, _insert, _repeat_token, _repeat_span, _delete, _delete, _move, _flip, _cut)

"""The headline without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import pairwise

from agents.clean.jsonld import Node, text_of, types
from agents.clean.markup import Markup
from agents.clean.places import Place, body_start, offset_of
from agents.clean.plain import INLINE_TAG, clean_text
from agents.clean.words import letters_of, words_of

SEPARATOR = re.compile(
    r"\s+[|\-–—•·»«:/~<>]{1,2}\s+|\s*[|｜•]\s*|\s*::+\s*|\s+[-–—]{2,3}\s*|"
    r"(?<=[\u3040-\u9fff\uac00-\ud7af」』）】\)])\s*[-–—_：]{1,2}\s*(?=\S)"
)
"""What stands between a headline and the site's name. Spaces round a dash tell it from a hyphen; Chinese and Japanese set none."""
SIGN = re.compile(r"[|｜•·»«:：/~<>_–—-](?:(?<=[|｜•])|(?<=::)|(?<=\s.)|(?<=[\u3040-\u9fff\uac00-\ud7af」』】\)][：_–—-]))")
"""One of these is in any of them; begun by what is looked for at once."""
COLON = re.compile(r"(?<=\w):\s+")
LETTER = re.compile(r"[^\W\d_]")
MAX_LENGTH = 400
SITE_WORDS = 6
"""A longer part that holds the site's name is a sentence about it."""
SHORT_NAME, LONG_PART = 3, 6
"""Characters: `CBC` names `CBC News`, but is no part of a word; `Johnsons` is named by johnsonsbaby.example."""
SHORTEST_HEADLINE = 10
"""Characters before a site's name and its slogan: less is `Home`."""
SPACE = 40
"""Characters of white space that may stand between a tag and the text that it holds."""
MOST_CUTS, MOST_PLACES = 8, 100
"""Of a title; and where one part of it is looked at in the page. A real title has one or two, and stands in ten places."""
MAX_LOGO_WORDS = 5
"""Of a site's name, where only the page's own header or footer tells that it is one."""
KICKER = re.compile(
    r"<[a-z]{1,8}\s[^<>]{0,200}?class=[\"'][^\"'<>]{0,100}(?:kicker|overline|topline|roofline|eyebrow|dachzeile|spitzmarke|supertitle|pretitle)"
    r"[^<>]{0,300}>([^<>]{1,120})</"
)
"""In a heading's markup."""
HEADING_LENGTH = 1000
"""Characters of a heading's markup in which its kicker stands."""
MOST_OF_A_NAME = 3
"""Words of a title element that may be but the site's name; a headline has as many at least."""
ALIKE = 0.5
"""Share of common words (Dice) from which a level-one heading is another form of the declared title, and no logo or menu."""


class SiteNames:
    """What a site may be called: its declared names, its host, and the host's own label."""

    def __init__(self, names: Iterable[str], sections: Iterable[str] = ()) -> None:
        self.keys = {key(name) for name in names} - {""}
        self._words = {name for name in self.keys if len(name) <= SHORT_NAME}
        self._parts = self.keys - self._words
        self.sections = {key(section) for section in sections} - {""}

    def named_by(self, part: str) -> bool:
        """Whether a part of a title says only which site it is, or adds little to its name (`Gazette Online`)."""
        said = key(part)
        if not said or said in self.keys:
            return True
        words = part.split()
        if len(words) > SITE_WORDS:
            return False
        initials = "".join(word[0] for word in words).lower()
        if len(initials) > 2 and initials in self.keys:
            return True
        if any(map(said.__contains__, self._parts)) or not self._words.isdisjoint(map(key, words)):
            return True
        return len(said) > LONG_PART and any(said in name for name in self._parts)

    def section(self, part: str) -> bool:
        """Whether a part of a title is the section that the article stands in."""
        return key(part) in self.sections


def title_of(html: str, markup: Markup, article: Node | None, names: SiteNames) -> str:
    """The headline.

    News sites declare it in Open Graph and JSON-LD, and make the title element and often the level-one heading for search
    engines: what differs from the title element was written on purpose; where both declared ones do, the heading on the page
    decides. Elsewhere that heading is the headline.
    """
    title = without_site(markup.title, names)
    written = markup.meta("og:title")
    shared = without_site(written, names)
    data = clean_text(text_of(article.get("headline"))) if article else ""
    declared = shared if data == written else without_site(data, names)
    heading, place = _heading(markup, [shared, declared] if shared or declared else [title], names)
    if heading and not is_news(article):
        spaced = next((said for said in (shared, declared) if said.replace(" ", "") == heading.replace(" ", "")), "")
        return spaced or _without_kicker(html, heading, place, [said for said in (shared, declared) if said] or [title])
    if shared and declared and key(shared) != key(declared):
        shown = key(heading)
        if key(declared) != key(title) and (key(shared) == key(title) or key(declared) == shown != key(shared)):
            return _as_shown(html, markup, declared, was_declared=True)
    if not (shared or declared or heading) and (alone := _lone_heading(markup, title, names)):
        return alone
    said = shared or declared or heading or title
    said = said or without_site(markup.meta("twitter:title", "dc.title", "parsely-title", "headline"), names)
    return _as_shown(html, markup, said, was_declared=bool(shared or declared))


def _as_shown(html: str, markup: Markup, title: str, *, was_declared: bool) -> str:
    """The part of the title that the page shows by itself, as a headline; of a title element alone also what is left without a part
    that the page shows as a logo or in its footer."""
    if not title or any(title == heading for heading, _ in markup.h1):
        return title
    body = body_start(html)
    if _stands_alone(html, body, title):
        return title
    cuts = [*reversed(_cuts(title)), *([] if was_declared else COLON.finditer(title))]
    for cut in cuts[:MOST_CUTS]:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if not LETTER.search(head) or not LETTER.search(tail):
            continue
        longer, shorter = (head, tail) if len(head) >= len(tail) else (tail, head)
        if _stands_alone(html, body, longer):
            return longer
        if was_declared or len(shorter.split()) > MAX_LOGO_WORDS or cut.re is COLON:
            continue
        if _stands_alone(html, body, shorter):
            return longer
    return title


def _stands_alone(html: str, start: int, text: str) -> bool:
    """Whether it is all that some element of the page's body, an attribute or a string of its scripts holds; `start`: where the
    body begins."""
    for form in dict.fromkeys((text, escape(text, quote=False))):
        position = html.find(form, start)
        for _ in range(MOST_PLACES):
            if position < 0:
                break
            end = position + len(form)
            before, after = html[max(0, position - SPACE) : position].rstrip(), html[end : end + SPACE].lstrip()
            if before[-1:] + after[:1] in ("><", '""'):
                return True
            position = html.find(form, end)
    return False


def is_news(article: Node | None) -> bool:
    return article is not None and any("News" in name or name == "LiveBlogPosting" for name in types(article))


def _heading(markup: Markup, declared: list[str], names: SiteNames) -> tuple[str, Place]:
    """The level-one heading that is most like what is declared, and its place."""
    wanted = [words for words in map(_words, declared) if words]
    best, most, where = "", ALIKE, (1, 0)
    for text, place in markup.h1:
        said = _words(text)
        alike = max((2 * len(said & words) / (len(said) + len(words)) for words in wanted), default=1.0)
        if alike > most or (alike == most and not best):
            best, most, where = text, alike, place
    return without_site(best, names, only_tail=True), where


def _lone_heading(markup: Markup, title: str, names: SiteNames) -> str:
    """The one level-one heading of a page whose title element says, in fewer words, something else: old sites set their own name in
    it on every page. Empty where the heading may be a logo, too."""
    headings = {text for text, _ in markup.h1}
    if len(headings) != 1:
        return ""
    heading = without_site(headings.pop(), names, only_tail=True)
    said, shown = _words(title), _words(heading)
    is_longer = len(said) <= MOST_OF_A_NAME <= len(shown) and len(said) < len(shown)
    return heading if is_longer and not said & shown else ""


def _without_kicker(html: str, heading: str, place: Place, declared: list[str]) -> str:
    """The heading without the line of a few words that some newsrooms set above it, in an element of its own: of that name, unless
    it is part of what they declare as the title, or before just what they declare."""
    position = offset_of(html, place)
    markup = html[position : position + HEADING_LENGTH]
    for said in declared:
        start = markup.find(said) if said.count(" ") >= 2 and heading.endswith(said) else -1
        if start >= 0 and markup[:start].rstrip().endswith(">"):
            return said
    found = KICKER.search(markup)
    kicker = clean_text(INLINE_TAG.sub(" ", found[1])) if found else ""
    if not kicker or not heading.startswith(kicker) or any(key(kicker) in key(said) for said in declared):
        return heading
    return heading[len(kicker) :].lstrip(" :|/·•–—-") or heading


def same_headline(one: str, other: str) -> bool:
    """Whether two lines are one headline in two forms: cut off, with the site's name, for a search engine."""
    if not one or not other:
        return False
    first, second = key(one), key(other)
    if first in second or second in first:
        return True
    said, words = _words(one), _words(other)
    return 2 * len(said & words) > ALIKE * (len(said) + len(words))


def _words(text: str) -> set[str]:
    return set(words_of(text))


def without_site(title: str, names: SiteNames, *, only_tail: bool = False) -> str:
    """The title without parts at its end or start that only name the site, or at its end its section."""
    title = title[:MAX_LENGTH].strip()
    for _ in range(4):
        cuts = _cuts(title)
        if not cuts:
            break
        head, tail = title[: cuts[-1].start()].strip(), title[cuts[-1].end() :]
        if head and (names.named_by(tail) or names.section(tail)) and not names.named_by(head):
            title = head
            continue
        if slogan := _slogan(title, cuts, names):
            title = slogan
            continue
        head, tail = title[: cuts[0].start()], title[cuts[0].end() :].strip()
        if tail and not only_tail and key(head) in names.keys:
            title = tail
            continue
        break
    return title


def _cuts(title: str) -> list[re.Match[str]]:
    """What parts it, looked for from its first sign on, and the space before that."""
    sign = SIGN.search(title)
    return list(SEPARATOR.finditer(title, len(title[: sign.start()].rstrip(":").rstrip()))) if sign else []


def _slogan(title: str, cuts: list[re.Match[str]], names: SiteNames) -> str:
    """The title before `| Harbour Gazette | All about ships`; empty where no part in its middle is just the site's name."""
    for cut, following in pairwise(cuts):
        if len(title[: cut.start()].strip()) >= SHORTEST_HEADLINE and key(title[cut.end() : following.start()]) in names.keys:
            return title[: cut.start()].strip()
    return ""


@lru_cache(512)
def key(text: str) -> str:
    """Letters and digits alone, in lower case: `The Daily-Ledger` and `the daily ledger` are one. Remembered, since every part of a
    title is held against every name of the site."""
    return letters_of(text)

"""A name beneath the headline that nothing calls an author, but that its bearer's job or the story's day stands beside."""

from __future__ import annotations

import re

from agents.clean.bare_name import MAX_BARE, NEWS
from agents.clean.body.masthead import name_with_date
from agents.clean.body.walk import Outline
from agents.clean.first_element import first_element
from agents.clean.headline import SENTENCES
from agents.clean.names import JOB
from agents.clean.shown_names import CASELESS, DIGIT, NAME_ALONE, without_date

NEAR = 4
"""Blocks beneath the headline in which such a name stands."""
MOST_WORDS, MOST_OF_A_JOB = 4, 6
REPORTER = re.compile(
    r"(?!新华社|本报|本社|人民网)([\uac00-\ud7a3]{2,4}|[\u3040-\u9fff]{2,6})\s?(?:선임|수석)?(?:기자|특파원|記者|记者)(?:\s?\(?[\w.+-]{1,40}@[\w.-]{3,60}\)?)?"
)
"""Korean and Chinese newsrooms set the job behind the name."""
NEWSROOM = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|\w*redakt(?:eur|ör|ør|or)\w*|\w*korrespondent\w*|journaliste"
    r"|rédact(?:eur|rice)\w*|redactora?|periodista|giornalista|corrispondente|verslaggever|toimittaja|dziennikar(?:z|ka)|jornalista"
    r"|repórter|muhabiri?|журналист\w*|корр?еспондент\w*)\b",
    re.I,
)
"""Jobs of those who write; experts and directors are spoken of."""
DAY_IN_NUMBERS = re.compile(r"[\s,·|–—-]{1,4}\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d\b.{0,25}$")
DAY_IN_SIGNS = re.compile(r"\s(?:19|20)\d\d[年.]\s?\d{1,2}[月.]\s?\d{1,2}日?")
SHORTEST_CASELESS = 3
"""Characters of a Japanese or Chinese name before a day; two are a section, too."""
OF_A_PAPER = "社部网網報报紙纸課版局面"
"""What the names of offices and papers end in."""


def with_job(outline: Outline, block: int, headline: int, beside: str) -> list[str]:
    """`Ann Lee, harbour reporter`, in one line or two. `beside`: the markup beneath the headline."""
    text = outline.texts[block]
    if not headline < block <= headline + NEAR or len(text) > MAX_BARE:
        return []
    if reporter := REPORTER.fullmatch(text):
        return [reporter[1]]
    if NAME_ALONE.fullmatch(text) and _may_be(text) and not JOB.search(text):
        beneath = outline.texts[block + 1] if block + 1 < len(outline.texts) else ""
        jobs = JOB if block == headline + 1 else NEWSROOM
        if not _is_job(beneath, jobs) or outline.linked[block + 1]:
            return []
        told = (other.find(text) for other in outline.texts[block + 2 :] if len(other) >= SENTENCES)
        return [] if any(place > 0 for place in told) else [text]  # the story may speak of somebody with that job
    name, comma, job = text.partition(", ")
    if not comma:
        if NEWSROOM.search(text) is None:
            return []
        name = first_element(beside, text)
        job = text[len(name) :]
    return [name] if NAME_ALONE.fullmatch(name) and _may_be(name) and _is_job(job) and not JOB.search(name) else []


def _may_be(name: str) -> bool:
    return len(name.split()) <= MOST_WORDS and not NEWS.search(name)


def _is_job(text: str, jobs: re.Pattern[str] = NEWSROOM) -> bool:
    return len(text.split()) <= MOST_OF_A_JOB and not DIGIT.search(text) and text[-1:].isalpha() and jobs.search(text) is not None


def signed_with_date(outline: Outline, headline: int) -> list[str]:
    """The name on a line right beneath the headline that is but that and a day, with no more than a comma between them, and not
    linked: a section would be."""
    block = headline + 1
    if block >= len(outline.texts) or outline.linked[block]:
        return []
    text = outline.texts[block]
    name = name_with_date(text)
    if name and text.startswith(name):
        name = without_date(text)
    if not name and len(text) <= MAX_BARE:
        day = DAY_IN_NUMBERS.search(text) or DAY_IN_SIGNS.search(text)
        name = text[: day.start()] if day else ""
        if CASELESS.fullmatch(name):
            is_name = len(name) >= SHORTEST_CASELESS and name[-1] not in OF_A_PAPER
            return [name] if is_name and not any(name in other for other in outline.texts[block + 1 :]) else []
        return [name] if NAME_ALONE.fullmatch(name) and _may_be(name) else []
    return [name] if NAME_ALONE.fullmatch(name) or CASELESS.fullmatch(name.replace(" ", "")) else []

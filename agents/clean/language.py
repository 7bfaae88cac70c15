"""The language of the text itself, as BCP 47: what the page declares is a hint, and often its template's, not its text's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLED = 600
"""Characters that are enough to tell a language."""
LONG = 4
"""How many times as long a text must be."""
GLANCE = 80
"""Characters that are enough where they agree with what the page declares."""
FUNCTION_WORDS = {
    "en": frozenset("the of and to that was with his her from has have are by were they which this".split(" ")),  # noqa: SIM905
    "de": frozenset("der die und das den von ist mit nicht ein eine auf sich dem wird einer zum".split(" ")),  # noqa: SIM905
    "es": frozenset("los las una por del el y su más pero".split(" ")),  # noqa: SIM905
    "fr": frozenset("les des est et dans pour qui avec au aux par été cette ses".split(" ")),  # noqa: SIM905
}
"""The commonest words of a few languages that their neighbours don't write, in lower case."""
START = 240
"""Characters in which a declared language's are looked for first."""
CONFIRMING, TELLING = 4, 6
"""How many different ones of a language spare asking the model: at the start where the page declares it, and in the sample where
hardly any other language's are found. Of some 2,300 texts the model says otherwise on none."""
UNKNOWN = "und"
CLEAR = 12.0
"""Margin of log probability over the declared language from which the text is believed against the page."""

SCRIPTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0530-\u058f]"), "hy"),
    (re.compile(r"[\u10a0-\u10ff]"), "ka"),
    (re.compile(r"[\u1780-\u17ff]"), "km"),
    (re.compile(r"[\u0e80-\u0eff]"), "lo"),
    (re.compile(r"[\u1000-\u109f]"), "my"),
    (re.compile(r"[\u0b80-\u0bff]"), "ta"),
    (re.compile(r"[\u0c00-\u0c7f]"), "te"),
    (re.compile(r"[\u0d80-\u0dff]"), "si"),
)
"""Scripts that one language writes (nearly) alone."""
OTHER_SCRIPT = re.compile("|".join(script.pattern for script, _ in SCRIPTS))
"""A letter of one of them, which hardly any text holds; what else is not ASCII is mostly a dash or an accent."""
SCRIPT_SHARE = 0.15
LETTER = re.compile(r"[^\W\d_]")
TAG = re.compile(r"^([a-z]{2,3})(?:[-_].{0,40})?$", re.I)
ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "jp": "ja",
    "cn": "zh",
    "gr": "el",
    "ua": "uk",
    "cz": "cs",
    "dk": "da",
    "kr": "ko",
}
"""Codes that stand for another one: of old, of countries, and Norwegian's two forms, which the model calls `no`."""


@cache
def _identifier() -> LanguageIdentifier:
    """Read once a process, a third of a second. Of the model's languages those with a code of two letters: the others are hardly
    ever written on news sites, and take from their neighbours what is (Nigerian Pidgin from English)."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([name for name in identifier.labels if len(name) == 2])
    # single precision, a feature's row in one piece: half of the time that the stored half precision takes, for 46 MB
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc, np.float32)
    return identifier


def warm_up() -> None:
    """Reads the model, so that the first page needn't wait for it."""
    _identifier()


def language_of(text: str, declared: str) -> str:
    """`declared`: the html element's `lang`."""
    sample = _sample(text)
    if not LETTER.search(sample):
        return UNKNOWN
    if not sample.isascii() and OTHER_SCRIPT.search(sample) and (written := _by_script(sample)):
        return written
    hint = primary_subtag(declared)
    if told := _by_words(sample.lower(), hint):
        return told
    if hint and hint == _identifier().classify(sample[:GLANCE])[0]:
        return hint
    ranked = _identifier().rank(sample)
    best, score = ranked[0]
    if hint and hint != best:
        of_hint = next((value for name, value in ranked if name == hint), None)
        if of_hint is not None and float(score) - float(of_hint) < CLEAR:
            return hint
    return str(best)


def _sample(text: str) -> str:
    """Some of a text's characters: the first, or a long one's after its first quarter, for it may open with a caption or a verse in
    another language."""
    if len(text) < LONG * SAMPLED:
        return text[:SAMPLED]
    start = text.find(" ", len(text) // 4) + 1
    return text[start : start + SAMPLED]


def _by_words(sample: str, hint: str) -> str | None:
    """`sample`: in lower case."""
    if hint:
        known = FUNCTION_WORDS.get(hint)
        if known is None:
            return None
        if len(known.intersection(sample[:START].split())) >= CONFIRMING:
            return hint
    words = sample.split()
    found = {language: len(known.intersection(words)) for language, known in FUNCTION_WORDS.items()}
    best = max(found, key=found.__getitem__)
    is_clear = found[best] >= TELLING and sum(found.values()) <= found[best] + 2
    return best if is_clear and hint in (best, "") else None


def _by_script(sample: str) -> str | None:
    letters = len(LETTER.findall(sample))
    return next((language for script, language in SCRIPTS if len(script.findall(sample)) > SCRIPT_SHARE * letters), None)


@lru_cache(256)
def primary_subtag(declared: str) -> str:
    """`en` of `en-US`; empty where it is no language tag. Remembered, since most pages declare one of a few, and are asked several
    times."""
    found = TAG.match(declared.strip())
    code = found.group(1).lower() if found else ""
    return ALIASES.get(code, code)

"""Names by a spaCy pipeline, an example of another recogniser.

    EVENTWIRE_RECOGNISER=spacy EVENTWIRE_SPACY_PIPELINE=en_core_web_sm eventwire tag < articles.jsonl

It finds what the pipeline was trained to find, some twenty articles a second a core, where our own does hundreds; places are
resolved and actors described as ours are.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from agents.settings import Settings
from agents.steps import step
from agents.tag.recognise import FoundName, NameKind, described
from agents.tag.slots import Recognised, SlotError
from schemas.article import ArticleToTag

_KINDS = {
    **dict.fromkeys(("PERSON", "PER"), NameKind.PERSON),
    **dict.fromkeys(("ORG",), NameKind.ORGANIZATION),
    **dict.fromkeys(("GPE", "LOC", "FAC", "NORP"), NameKind.PLACE),
}
"""Labels of spaCy's own pipelines, by OntoNotes or by WikiNER; others (dates, sums, MISC) name nobody and no place."""


class SpacyRecogniser:
    name = "spacy"

    def __init__(self, pipeline: Callable[[str], Any]) -> None:
        self._pipeline = pipeline

    def __call__(self, article: ArticleToTag) -> Recognised:
        with step("names"):
            document = self._pipeline(article.text)
            found = [
                FoundName(name.start_char, name.end_char, _KINDS[name.label_]) for name in document.ents if name.label_ in _KINDS
            ]
            return described(article, found)


def load(settings: Settings) -> SpacyRecogniser:
    """Raises SlotError where spaCy or the pipeline is not installed."""
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise SlotError("EVENTWIRE_RECOGNISER=spacy: spaCy is not installed; pip install spacy, or eventwire[spacy]") from error
    try:
        return SpacyRecogniser(spacy.load(settings.spacy_pipeline, exclude=["lemmatizer", "textcat"]))
    except OSError as error:
        raise SlotError(
            f"EVENTWIRE_SPACY_PIPELINE={settings.spacy_pipeline}: no such pipeline ({error}); "
            "name an installed one (python -m spacy download en_core_web_sm) or the folder of one"
        ) from error

"""Names out of what sites write where an author stands: without `By`, job titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agents.clean.plain import clean_text

BY = re.compile(
    r"^(?:(?:written|posted|published|story|text|words|report|reporting|interview|reviewed|authored|contributed)\s+by|by|von|vom|"
    r"par|por|di|da|door|av|af|přidal|szerző|yazan|autorin|autor(?:en|es|a)?|author|auteur|autore|text|texte|texto|testo|foto|"
    r"verfasst von|автор|текст)(?:\s*[:：]\s*|\s+)",
    re.I,
)
CONJUNCTION = r"and|und|et|og|och|oraz|ve|és"
PARTS = re.compile(rf"\s*[;|•·、/&]\s*|\s+(?:{CONJUNCTION})\s+|\s+[–—-]\s+")
COMMA = re.compile(r"\s*[,，]\s*")
CREDENTIAL = re.compile(
    r"^(?:M\.?D|Ph\.?\s?D|Dr|Jr|Sr|I{2,3}|IV|RDN?|RN|NP|CPA|MBA|MPH|MS[cW]?|M\.?A|B\.?A|Esq|DDS|DMD|J\.?D|MW|CFP|LCSW|OBE|MBE)\.?$"
)
JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|producer|bureau|chief|staff|contributor|analyst|professor|director|"
    r"redakt(?:eur|ion|ør|ör)\w*|korrespondent\w*|journaliste|rédact\w+|redactor\w*|periodista|giornalista|corrispondente|verslaggever|"
    r"manager|specialist|expert|founder|ceo|freelance\w*|intern|volontär\w*|volontariat)\b",
    re.I,
)
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?)\b|^[\w-]+(?:\.[\w-]+){2,}$", re.I)
NO_NAME = re.compile(
    r"^(?:admin(?:istrator)?|editor|author|guest|user|staff|unknown|anonymous|none|null|undefined|n/?a|test|root|more|follow|share|updated?|"
    r"published|min read)$",
    re.I,
)
MAX_NAMES = 30
MAX_LENGTH = 100
LETTER = re.compile(r"[^\W\d_]")


def split_names(text: str) -> list[str]:
    """`By Ann Lee, Bo Ek and Cy Roe, MD` -> `Ann Lee`, `Bo Ek`, `Cy Roe, MD`. A comma parts names where a whole name stands before
    it: `Lee, Ann` and `AFP, Manila` stay as they are."""
    text = clean_text(text)
    if ADDRESS.search(text) and " " not in text:
        return []
    names: list[str] = []
    for part in PARTS.split(BY.sub("", text)):
        pieces = [piece for piece in COMMA.split(part) if piece]
        if len(pieces) > 1 and len(pieces[0].split()) < 2 and LETTER.match(pieces[0]) and pieces[0].isascii():
            pieces = [", ".join(pieces)]
        for index, piece in enumerate(pieces):
            if names and index and CREDENTIAL.match(piece):
                names[-1] += f", {piece}"
            elif not (names and JOB.search(piece)):
                names.append(piece)
    return names


def distinct(names: Iterable[str]) -> list[str]:
    """The names that are some, each once, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        name = BY.sub("", clean_text(name)).strip(" ,;:|-–—•·*()")
        if name and len(name) <= MAX_LENGTH and LETTER.search(name) and not ADDRESS.search(name) and not NO_NAME.match(name):
            kept.setdefault(name.lower(), name)
    return list(kept.values())[:MAX_NAMES]

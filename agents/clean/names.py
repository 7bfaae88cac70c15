"""Names out of what sites write where an author stands: without `By`, job titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agents.clean.plain import clean_text

BY = re.compile(
    r"^(?:(?:an? )?(?:written|posted|submitted|published|story|post|article|text|words|report|reporting|interview|authored|"
    r"contributed|column|opinion|analysis|commentary|essay|exclusive|feature|review|profile|obituary|blog|guest post)\s+by|"
    r"(?:ein )?(?:artikel|beitrag|gastbeitrag|kolumne|kommentar|analyse|bericht|interview|reportage|glosse|leitartikel|essay|text)"
    r" von|(?:propos recueillis |texte? |reportage |entrevista |opinión |análisis )?(?:par|por|di|da)|"
    r"(?:publicado|postado|escrito|enviado|redactado) por|(?:pubblicato|scritto|postato|inviato) da|"
    r"(?:publié|écrit|posté|rédigé) par|(?:eingestellt|geschrieben|veröffentlicht|erstellt|gepostet) von|"
    r"(?:geplaatst|geschreven|gepost) door|gönderen|(?:skriven|skrevet|publicerad) a[vf]|napisał[ae]?|tekst|"
    r"a cura di|(?:story|words|written) and (?:photos|pictures) by|oprac\.|opracował[ae]?|"
    r"de notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|au|en|aux) [^,]{2,30})?,?|"
    r"by|von|vom|verfasst von|door|escribe|av|af|oleh|autorin|autor(?:en|es|a)?|author|auteur|autore|text|texte|texto|testo|"
    r"penulis|přidal|szerző|yaza[nr]|muhabir|haber(?=\s?:)|автор|текст|بقلم|كتبت?|نویسنده|מאת|लेखक|โดย|記者|记者|作者|撰文|執筆|文责|기자명|文)"
    r"(?:\s*[:：｜]\s*|\s+|(?<=[文者])[/／])(?:(?:our|onze|unsere?[mnr]?|notre|nuestr[oa]|noss[oa]) [\w-]+ )?",
    re.I,
)
"""And whose it is: `By our reporter Ann Lee`."""
NAME_PARTS = frozenset({"da", "di", "von", "vom", "av", "af", "oleh"})
"""What may stand before a name, or be part of one: `Di Natale`, `Von der Leyen`, `Oleh Koval`."""
CONJUNCTION = r"and|und|et|og|och|oraz|ve|és|with|mit|avec|и|та|dan|και|और|एवं"
PARTS = re.compile(rf"\s*[;|•·、/&]\s*|\s+(?:{CONJUNCTION})\s+|\s+[–—-]\s+")
JOINED = re.compile(rf"\s+(?:{CONJUNCTION})\s+")
JOINED_IN_CAPITALS = re.compile(rf"\s(?:{CONJUNCTION}|y|e|i)\s", re.I)
AND_OR_NAME = re.compile(r"(?<=\w)\s+[yei]\s+(?=\w+ \w)")
"""Spanish, Portuguese and Polish `and`, which stands within a name as well: `José Ortega y Gasset`."""
COMMA = re.compile(r"\s*[,，]\s*")
CREDENTIAL = re.compile(
    r"^(?:M\.?D|DVM|VMD|DO|PharmD|LVT|C[A-Z]{2,3}®|(?:DA|FA)[A-Z]{2,3}|Ph\.?\s?D|Dr|Jr|Sr|I{2,3}|IV|RDN?|RN|NP|CPA|MBA|MPH|"
    r"MS[cW]?|M\.?A|B\.?A|Esq|DDS|DMD|J\.?D|MW|CFP|LCSW|OBE|MBE)\.?$"
)
JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|producer|bureau|chief|staff|contributor|analyst|professor|director|"
    r"\w*redakt(?:eur|ion|ør|ör|or)\w*|\w*korrespondent\w*|journaliste|\w*rédact\w+|redactor\w*|periodista|giornalista|corrispondente|"
    r"verslaggever|toimittaja|dziennikarz|dziennikarka|jornalista|repórter|muhabiri?|журналист\w*|корр?еспондент\w*|редактор\w*|"
    r"manager|specialist|expert|founder|ceo|reviewer|developer|engineer|consultant|advisor|freelance\w*|intern|volontär\w*|volontariat)\b",
    re.I,
)
INSTITUTION = re.compile(
    r"\b(?:universit\w+|universid\w+|college|institute?|instituto?|school|hospital|department|ministry|foundation|hochschule|faculty)\b",
    re.I,
)
"""Where somebody works."""
AGENCY = re.compile(
    r"^(?:AFP|AP|dpa|DPA|SDA|APA|EFE|ANSA|Lusa|PTI|ANI|IANS|PAP|ČTK|TASS|ТАСС|DDP|AA|NTB|TT|STT|Ritzau|Belga|ANP|Yonhap|Kyodo|Xinhua|"
    r"Reuters|Bloomberg|(?:The )?Associated Press|(?:The )?Canadian Press|Press Association|Agence France-Presse|"
    r"Deutsche Presse-Agentur)\b"
)
"""News agencies that sign what others print."""
SIGNED_TOO = re.compile(
    r"(?<=[^\W\d_]) (?=(?:(?:The )?(?:Associated|Canadian) Press|Press Association|Agence France-Presse|Deutsche Presse-Agentur"
    r"|Reuters|Bloomberg|AFP|AP|dpa|EFE|ANSA|ČTK)$)"
)
"""Where an agency's name follows a person's with nothing between."""
DESK = re.compile(
    r"(?:la |the |die )?(?:redaktion|redakcja|redakce|redactie|redacción|redacció|redazione|redação|rédaction|newsroom|"
    r"(?:news|web|online|sports?) ?(?:desk|team|staff))(?: online| web)?",
    re.I,
)
"""Who signs where no person does."""
CREDIT = re.compile(
    r"^\(?(?:image|photo|picture|foto|bild|video|audio|graphic|illustration|source|quelle|credit)s?(?:\s*:|\s+(?:by|von|par|credit)\b)",
    re.I,
)
"""What a picture's maker stands after."""
PREFIX = re.compile(
    r"^(?:(?:articles?|posts?|more(?: posts)?|view all posts|stories|beiträge)\s+(?:by|about|from|von)|"
    r"about(?: the)?(?: author)?|meet the author)(?:\s*:\s*|\s+)",
    re.I,
)
SUFFIX = re.compile(r"\s+(?:on|am)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\s+in$|\s*[»›>]+$|(?:\s*기자|記者)$", re.I)
"""What blogs write round the name in a link to its author."""
SUFFIXED = ("day", " in", "»", "›", ">", "기자", "記者")
"""How a name with such an end ends, in lower case: told at once."""
PLACED = (" in ", " aus ", " from ")
PLACE = re.compile(r"^(\w[\w.’'-]*(?: \w[\w.’'-]*){0,2}),? (?:in|aus|from) [A-Z][\w -]{2,30}$")
"""`Ann Lee in Port Verane`."""
CONTACT = re.compile(r"\(?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+\)?|\(?@\w{2,30}\b\)?|\(?\b(?:https?://|www\.)\S+\)?")
"""An e-mail address, a handle, a site."""
CONTACTED = ("@", "://", "www.")
"""One of these is in each."""
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?)\b|^[\w-]+(?:\.[\w-]+){2,}$", re.I)
ADDRESSED = (".", ":", "@")
"""One of these is in each address."""
NO_NAME = re.compile(
    r"^(?:size|von|fact checked|features|(?:contributing|staff|guest) writer|(?:press|news) release|sponsored(?: content)?|"
    r"admin(?:istrator)?|editor|author|guest|user|staff|unknown|anonymous|none|null|undefined|n/?a|test|root|more|follow|share|updated?|"
    r"published|min read|by|written by|learn more|read more|link|insights from|contributors?|authors?|see more|all posts|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$",
    re.I,
)
IN_BRACKETS = re.compile(r"(?<=\w)\s*\([^()]*\)?$")
"""A place, an age, an employer behind a name."""
TAG = re.compile(r"<[^<>]{0,500}>")
MAX_NAMES = 30
MAX_LENGTH = 100
MAX_DESCRIBED = 5
"""Words of a name."""
LETTER = re.compile(r"[^\W\d_]")


def split_names(text: str, *, shown: bool = False) -> list[str]:
    """`By Ann Lee, Bo Ek and Cy Roe, MD` -> `Ann Lee`, `Bo Ek`, `Cy Roe, MD`. A comma parts names where a whole name stands before
    it: `Lee, Ann` and `AFP, Manila` stay as they are. `shown`: on the page, where a place may stand behind the names."""
    text = clean_text(text)
    if "<" in text:
        text = clean_text(TAG.sub(" ", text.replace("</a>", ";")))
    if CREDIT.match(text) or (" " not in text and ADDRESS.search(text)):
        return []
    names: list[str] = []
    if text.isupper():
        text = JOINED_IN_CAPITALS.sub(lambda found: found[0].lower(), text)
    if any(map(text.__contains__, CONTACTED)):
        text = CONTACT.sub(" ", text)
    whole = without_by(PREFIX.sub("", text).strip())
    for part in PARTS.split(_without_place(whole) if shown else whole):
        pieces = list(dict.fromkeys(piece for piece in COMMA.split(part) if piece))
        if len(pieces) > 1 and len(pieces[0].split()) < 2 and LETTER.match(pieces[0]) and pieces[0].isascii():
            signed = AGENCY.match(pieces[0]) and " " in pieces[1]
            pieces = pieces if signed else [", ".join(pieces)]
        pieces = [name for piece in pieces for name in _parted(piece)]
        for index, piece in enumerate(pieces):
            if names and CREDENTIAL.match(piece.rstrip("*†")):
                names[-1] += f", {piece.rstrip('*†')}"
            elif not (names and (JOB.search(piece) or (index and (_describes(piece) or INSTITUTION.search(piece))))):
                names.append(piece)
    return names


def _without_place(text: str) -> str:
    """`Ann Lee and Bo Ek` of `Ann Lee and Bo Ek, Port Verane`: what stands behind the last of several names is none."""
    joined = [*JOINED.finditer(text), *AND_OR_NAME.finditer(text)]
    last = max((found.end() for found in joined), default=0)
    head, comma, behind = text[last:].partition(", ")
    if not last or not comma or " " not in head or CREDENTIAL.match(behind) or AGENCY.match(behind) or "," in behind:
        return text
    return text[:last] + head


def without_by(text: str) -> str:
    """The text without a `By` that it begins with."""
    found = BY.match(text)
    rest = text[found.end() :] if found else text
    if found and found[0].strip().lower() in NAME_PARTS and (" " not in rest or rest[:1].islower()) and not DESK.fullmatch(rest):
        return text
    return rest


def _parted(piece: str) -> list[str]:
    """Two whole names that a word parts which may stand within one name, or that nothing does."""
    signed = SIGNED_TOO.search(piece)
    if signed and " " in piece[: signed.start()]:
        return [*_parted(piece[: signed.start()]), piece[signed.end() :]]
    found = AND_OR_NAME.search(piece)
    if found and " " in piece[: found.start()]:
        return [piece[: found.start()], piece[found.end() :]]
    return [piece]


def _describes(piece: str) -> bool:
    """Whether a piece after a name is no name but what its bearer is: `head of harbours at the town hall`."""
    words = piece.split()
    return len(words) > MAX_DESCRIBED or (len(words) > 2 and words[-1].islower())


def _without_job(name: str) -> str:
    """`Ann Lee` of `Ann Lee redactora`: no name that begins with two capitals ends in a word without."""
    words = name.split()
    capitals = next((place for place, word in enumerate(words) if not word[0].isupper()), len(words))
    return " ".join(words[:capitals]) if capitals > 1 and capitals == len(words) - 1 and words[-1].islower() else name


def distinct(names: Iterable[str]) -> list[str]:
    """The names that are some, each once, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        name = clean_text(name)
        if "(" in name:
            name = IN_BRACKETS.sub("", name)
        name = PREFIX.sub("", without_by(name))
        if name.lower().endswith(SUFFIXED):
            name = SUFFIX.sub("", name)
        if any(map(name.__contains__, PLACED)):
            name = PLACE.sub(r"\1", name)
        name = _without_job(name.strip(" ,;:|-–—•·*()"))
        if not name or len(name) > MAX_LENGTH or not LETTER.search(name):
            continue
        is_address = any(map(name.__contains__, ADDRESSED)) and ADDRESS.search(name)
        if not (is_address or NO_NAME.match(name) or CREDIT.match(name)):
            kept.setdefault(name.lower(), name)
    return list(kept.values())[:MAX_NAMES]

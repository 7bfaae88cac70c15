"""Lines that stand beneath pictures: who made them, from which agency or file they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_CAPTION, LONGEST_CREDIT = 220, 50
CREDIT = re.compile(
    r"(?<!\w)(?i:pictures?|photo(?:graph)?s?|image|pic|fotos?|bild|crédit photo|(?:photo|image|picture) credits?"
    r"|crédito|zdjęcie|fot\.|fotoğraf|фото|تصوير|صورة|फोटो)(?i: by| credit| courtesy)?"
    r"\s?[:©]\s?(?:[A-Z]\. ?){0,3}[^\W\d_a-z][^.!?:]{1,45}[)\]]?$"
    r"|[.!?] (?:Picture|Photo|Image|Foto|Bild)s?: [^.!?:]{2,45}$"
    r"|(?<=[^\W\d][.!?]) ?© ?[^.!?:]{2,45}$"
    r"|(?<=[^\W\d][.!?]) (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+ ?/ ?[A-Z][\w ]{2,20}[)\]]?$"
    r"|\((?i:photos?|pictures?|image|fotos?|bild)(?i:graph(?:s|ed)?)? (?i:by|courtesy(?: of)?|von|par|de|di) [^()]{2,45}\)$"
)
"""Who made a picture, at the end of its caption."""
ARCHIVE = re.compile(
    r"(?<!\w)(?:(?:pictures?|photos?|image|fotos?|bild|zdjęcie|fotoğraf|фото|फोटो) ?:|fot\.) ?"
    r"(?:archi|archyw|arquivo|arşiv|архив|फाइल|file\b|handout\b|privat)[\w ]{0,20}[)\]]?\.?$"
    r"|＝[^。]{0,20}(?:提供|撮影)[)）]?$|[（(](?:写真|資料写真|提供|الأرشيف|أرشيفية)[^()（）]{0,20}[)）]$",
    re.IGNORECASE,
)
"""The same, of a picture that nobody is named for, or as Japan's newsrooms write it."""
LONGEST_ARCHIVE = 60
"""Characters that it takes, and more."""
AGENCY = (
    "AP|AFP|AAP|ANSA|ANP|ANI|PTI|EPA|EFE|PA|TASS|NASA|ESA|NOAA|Reuters|REUTERS|Getty|Shutterstock|iStock|Alamy|dpa|imago|Xinhua|Anadolu"
    "|Bloomberg|Flickr|Wikimedia(?: Commons)?|Unsplash|Pexels|Pixabay"
)
CAPTION = re.compile(
    rf"\([^()]{{0,60}}(?:\b(?:{AGENCY})(?: Images| Photo)?/|/(?:{AGENCY})\b|AP Photo|via AP|Handout|Courtesy)[^()]{{0,60}}\)$"
    rf"|(?<=[\w.])\s?(?:[A-Z][\w.'’-]+ ){{1,3}}?[A-Z][\w.'’-]+/(?:{AGENCY})(?: Images)?$"
)
"""The same, of the makers and agencies alone: (Ann Lee/Reuters)."""
FILE_PHOTO = re.compile(
    r"FILE(?: PHOTO)?\s?[-–—:]"
    r"|In this (?:undated |recent )?(?:[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d,? )?(?:file )?(?:photo|image|frame)\b"
)
"""How agencies begin a caption."""
OF_AGENCY = ("FILE", "In this ")
PICTURES = (
    *("pic", "phot", "imag", "fot", "bild", "crédit", "zdj", "фото", "تصوير", "صورة", "फोटो"),
    *("写真", "提供", "撮影", "أرشيف"),
)
"""One of these stands in each that has neither a stroke nor a sign of rights, in lower case."""
LONGEST_OF_AGENCY = 450


def is_caption(text: str) -> bool:
    """Whether a block is a picture's caption, by who made the picture."""
    if text.startswith(OF_AGENCY) and len(text) <= LONGEST_OF_AGENCY and FILE_PHOTO.match(text):
        return True
    if len(text) > LONGEST_CAPTION:
        return False
    end = text[-LONGEST_CREDIT:]
    closed, parted, righted = text[-1] == ")", "/" in end, "©" in end
    archived = ":" in end or "(" in end or "fot." in end or "Fot." in end or "＝" in end or "（" in end
    if not (closed or parted or righted or archived):
        return False
    if (closed or parted) and CAPTION.search(text, max(0, text.rfind("(")) if closed else 0):
        return True
    pictured = mentions(text, PICTURES)
    if (parted or righted or (pictured and (closed or ":" in end))) and CREDIT.search(text):
        return True
    return pictured and archived and ARCHIVE.search(text, max(0, len(text) - LONGEST_ARCHIVE)) is not None


def mentions(text: str, parts: Sequence[str]) -> bool:
    """Whether one of some words' parts, in lower case, stands in a text."""
    return any(map(text.lower().__contains__, parts))

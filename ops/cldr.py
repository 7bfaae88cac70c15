"""Writes the names of months and weekdays that the clean stage reads, from CLDR as babel holds it.

    python -m ops.cldr

babel itself takes milliseconds and a megabyte a language, in every process. Source: Unicode CLDR (Unicode License v3).
"""

from __future__ import annotations

import orjson
from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from agents.clean.cldr import FILE, Names, plain

BABEL_NAMES = {"no": "nb", "tl": "fil"}
VARIANTS = {"ar": ("ar_LB", "ar_DZ", "ar_MA"), "de": ("de_AT",), "es": ("es_UY",), "sr": ("sr_Latn",)}
"""Countries and scripts with months' names of their own: the Levant, the Maghreb, Austria's `Jänner`."""
WIDTHS = ("wide", "abbreviated")


def names() -> Names:
    """Of every language that CLDR knows."""
    languages = [identifier for identifier in sorted(localedata.locale_identifiers()) if "_" not in identifier]
    months = {language: found for language in [*languages, *BABEL_NAMES] if (found := _months(language))}
    same: dict[str, str] = {}
    for code in sorted(get_global("language_aliases")):
        if code.isalpha() and len(code) in (2, 3) and code not in months and (found := _months(code)):
            like = next((language for language, known in months.items() if known == found), None)
            if like is None:
                months[code] = found
            else:
                same[code] = like
    weekdays = {language: [_weekdays(language, width) for width in WIDTHS] for language in languages}
    return {"months": months, "aliases": same, "weekdays": weekdays}


def _months(language: str) -> dict[str, int]:
    """Names of months in lower case -> 1 to 12; empty where CLDR has none."""
    found: dict[str, int] = {}
    for identifier in (BABEL_NAMES.get(language, language), *VARIANTS.get(language, ())):
        localedata._cache.clear()  # else names of one language leak into the next that lacks its own
        try:
            locale = Locale.parse(identifier)
        except (UnknownLocaleError, ValueError):
            return {}
        for context in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                for number, name in locale.months[context][width].items():
                    bare = plain(name).split(" ")[-1].split("’")[-1].strip(".")
                    if not bare.isdigit():
                        found.setdefault(bare, number)
    if language == "en":
        found["sept"] = 9
    return found


def _weekdays(language: str, width: str) -> list[str]:
    """From Monday on."""
    localedata._cache.clear()
    days = Locale(language).days["format"][width]
    return [days[number] for number in range(7)]


def main() -> None:
    FILE.write_bytes(orjson.dumps(names(), option=orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()

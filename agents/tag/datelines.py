"""The dateline that opens a report, "NAIROBI, Kenya, Nov 3 (Reuters) -": where and when it was written; nobody acts in it."""

from __future__ import annotations

import re

_LONGEST = 100
"""Characters of a line's beginning that may be a dateline."""
_NAME = r"[A-ZÀ-Þ][\w.'’‘-]*"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PLACE = rf"(?!{_WEEKDAY}){_NAME}(?:[ /&]+(?:(?:de|del|la|el|al|of|and) )?{_NAME}){{0,4}}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’‘-]{2,}(?:[ /&]+[A-ZÀ-Þ.'’‘-]{2,}){0,4}"
_REGIONS = rf"(?:,+ {_PLACE}){{0,2}}"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_DAY = rf",* (?:{_WEEKDAY}|(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r" *\([A-Z][\w. /&-]{1,30}\)"
_DASH = r" *(?:--?|–|—) *"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REGIONS}(?:{_DAY})?{_AGENCY}{_DASH}"  # Hanoi (VNA) –
    rf"|{_PLACE}{_REGIONS}{_DAY}(?:{_DASH}|{_AGENCY}(?: *:)? *)"  # Ramallah, Dec 14 (Prensa Latina)
    rf"|{_CAPITALS}{_REGIONS}(?: +[-–—]+ +| *(?:--|—) *|{_AGENCY}(?: *:)? +)"  # ORLANDO, Fla. —
    rf"|[A-Z]{{5,}}(?: [A-Z]{{2,}}){{0,3}}{_REGIONS}: +"  # KABUL:
    rf"|\({_PLACE}{_REGIONS}(?:{_DAY})?\){_DASH})"  # (Beirut) –
    r"(?=[\"“'‘«(]*[A-ZÀ-Þ0-9])"
)


_OPENING = re.compile(rf"(?:{_PLACE}{_REGIONS}: +|(?!(?:An?|The) ){_PLACE}{_REGIONS} +[-–—]+ +)(?=[A-ZÀ-Þ])")
"""New Delhi: in the first line of a report, as Indian papers have it, or Port-au-Prince -; further down it is who speaks."""


def dateline_of(line: str, *, first: bool) -> int:
    """Code points of the dateline that a line begins with, what parts it from the report included; 0 where there is none. `first`:
    whether the line opens the report."""
    if not (line[:1].isupper() or line[:1] == "("):
        return 0
    found = _DATELINE.match(line, 0, _LONGEST) or (_OPENING.match(line, 0, _LONGEST) if first else None)
    return found.end() if found else 0

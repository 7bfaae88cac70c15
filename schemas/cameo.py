"""CAMEO: the codes that GDELT, ICEWS and their tools count by (Gerner, Schrodt, Yilmaz; codebook 1.1b3), and their Goldstein scale.

A code has two digits for its root ("14", protest), three or four for what is told more exactly ("1411"). PLOVER, its successor, is
what Eventwire codes in; `agents/tag/cameo.py` says which code an event has.
"""

from __future__ import annotations

ROOTS = {
    "01": "Make public statement",
    "02": "Appeal",
    "03": "Express intent to cooperate",
    "04": "Consult",
    "05": "Engage in diplomatic cooperation",
    "06": "Engage in material cooperation",
    "07": "Provide aid",
    "08": "Yield",
    "09": "Investigate",
    "10": "Demand",
    "11": "Disapprove",
    "12": "Reject",
    "13": "Threaten",
    "14": "Protest",
    "15": "Exhibit force posture",
    "16": "Reduce relations",
    "17": "Coerce",
    "18": "Assault",
    "19": "Fight",
    "20": "Use unconventional mass violence",
}

_GOLDSTEIN = {
    "01": 0.0, "011": -0.1, "012": -0.4, "013": 0.4, "016": -2.0, "018": 3.4, "019": 3.4,
    "02": 3.0, "021": 3.4, "022": 3.2, "023": 3.4, "024": -0.3, "025": -0.3, "026": 4.0, "027": 4.0, "028": 4.0,
    "03": 4.0, "031": 5.2, "032": 4.5, "033": 5.2, "0334": 6.0, "034": 7.0, "035": 7.0, "037": 5.0, "038": 7.0, "039": 5.0,
    "04": 1.0, "042": 1.9, "043": 2.8, "044": 2.5, "045": 5.0, "046": 7.0,
    "05": 3.5, "051": 3.4, "053": 3.8, "054": 6.0, "055": 7.0, "056": 7.0, "057": 8.0,
    "06": 6.0, "061": 6.4, "062": 7.4, "063": 7.4, "064": 7.0,
    "07": 7.0, "071": 7.4, "072": 8.3, "073": 7.4, "074": 8.5,
    "08": 5.0, "084": 7.0, "085": 7.0, "086": 9.0, "087": 9.0, "0874": 10.0,
    "09": -2.0, "10": -5.0, "11": -2.0,
    "12": -4.0, "125": -5.0, "126": -5.0, "127": -5.0, "128": -5.0, "129": -5.0,
    "13": -6.0, "130": -4.4, "131": -5.8, "132": -5.8, "133": -5.8, "134": -5.8, "135": -5.8,
    "136": -7.0, "137": -7.0, "138": -7.0, "139": -7.0,
    "14": -6.5, "144": -7.5, "145": -7.5, "15": -7.2,
    "16": -4.0, "162": -5.6, "163": -8.0, "164": -7.0, "165": -6.5, "166": -7.0,
    "17": -7.0, "171": -9.2, "172": -5.0, "173": -5.0, "174": -5.0, "175": -9.0,
    "18": -9.0, "182": -9.5, "1821": -9.0, "1822": -9.0, "1823": -10.0, "183": -10.0, "184": -8.0, "185": -8.0, "186": -10.0,
    "19": -10.0, "191": -9.5, "192": -9.5, "196": -9.5, "20": -10.0, "201": -9.5,
}  # fmt: skip
"""As GDELT publishes it (CAMEO.goldsteinscale): a code that is not named has the score of what stands above it."""


def root_of(code: str) -> str:
    """The two digits of its root. Raises ValueError where that is none of the twenty."""
    if code[:2] not in ROOTS or not code.isdecimal() or len(code) > 4:
        raise ValueError(f"{code!r} is no CAMEO code: two to four digits, the first two 01 to 20")
    return code[:2]


def base_of(code: str) -> str:
    """The three digits of its second level, or its root where it has no more than that."""
    root_of(code)
    return code[:3]


def goldstein_of(code: str) -> float:
    """Its score for the stability of a country, from -10 to 10 (Goldstein 1992, extended to CAMEO)."""
    root_of(code)
    return next(_GOLDSTEIN[code[:length]] for length in range(len(code), 1, -1) if code[:length] in _GOLDSTEIN)


def quad_class_of(code: str) -> int:
    """GDELT's QuadClass: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    root = int(root_of(code))
    return 1 + (root > 5) + (root > 8) + (root > 13)

"""Bytes of a page -> text. Labels lie, bytes don't: a byte order mark, then what only one charset looks like, then the labels
as far as the bytes agree, then detection.

Source: WHATWG Encoding (labels stand for their supersets: latin1 is windows-1252, gb2312 is gb18030).
"""

from __future__ import annotations

import codecs
import re

import numpy as np
from charset_normalizer import from_bytes
from resiliparse.parse.encoding import detect_encoding

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SUPERSET = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift_jisx0213": "cp932",
    "shift_jis_2004": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-7": "utf-8",
}
"""What a label means (WHATWG Encoding, 4.2), in Python's names. A page whose label could be read is no UTF-16; UTF-7 is unsafe."""

EAST_ASIAN = ["cp949", "gb18030", "big5hkscs", "cp932", "euc_jp"]
"""Asked for where the detector has no answer: it knows no cp949."""

META_BYTES = 4096
"""Browsers look for the label in the first 1,024 bytes; some pages write it a little later."""
META_CHARSET = re.compile(rb"<meta\b[^>]{0,256}?charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w.:-]{2,40})", re.I)
XML_ENCODING = re.compile(rb"<\?xml[^>]{0,128}?encoding\s{0,8}=\s{0,8}[\"']([\w.:-]{2,40})", re.I)
HEADER_CHARSET = re.compile(r"charset\s{0,8}=\s{0,8}[\"']?([\w.:-]{2,40})", re.I)
ISO_2022 = (re.compile(rb"\x1b\$[@B]|\x1b\([BJ]"), "iso2022_jp_ext"), (re.compile(rb"\x1b\$\)C"), "iso2022_kr")

SAMPLED = 20_000
"""Bytes of text outside of tags that detection looks at."""
DAMAGED = 0.02
"""Share of a text's characters beyond ASCII that may be broken before its charset is doubted."""


CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
"""Control characters are ASCII in every charset but the wide ones. ESC stays: ISO-2022 switches by it."""


def _may_hold_control(body: bytes) -> bool:
    """Whether a byte is one of CONTROL, or ESC. The least of all is found at the speed of
    memory: in a tenth of the time that taking them out needs."""
    codes = np.frombuffer(body, np.uint8)
    if codes.size == 0:
        return False
    return bool(codes.min() < ord("\t") or (codes - 14).min() < 18) or b"\x0b" in body or b"\x7f" in body  # 14 to 31: it wraps


def decode(body: bytes, content_type: str | None) -> str:
    """The page as text. Never raises: what no charset explains becomes U+FFFD."""
    text = _decoded(body, content_type)
    return text if text.isascii() else _mended(text)


def _decoded(body: bytes, content_type: str | None) -> str:
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if wide := _wide(body[:1024]):
        return body.decode(wide, "replace")
    if _may_hold_control(body):
        body = body.translate(None, CONTROL)
    if b"\x1b" in body[:SAMPLED]:
        for escape, name in ISO_2022:
            if escape.search(body[:SAMPLED]):
                return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, content_type)


CAPITAL = re.compile("\xc3[\x80-\x9f]")
SIGNS = re.compile("\xe2[\x80\u20ac]")
_LATER = r"[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]"
TWICE_ENCODED = re.compile(f"[\xc2-\xf4](?:(?<=[\xc2-\xdf]){_LATER}|(?<=[\xe0-\xef]){_LATER}{{2}}|(?<=[\xf0-\xf4]){_LATER}{{3}})")
"""First and later bytes of UTF-8 (RFC 3629), as windows-1252 shows them; the first in one class, which is looked for at once."""


def _mended(text: str) -> str:
    """UTF-8 that somebody took for windows-1252 and encoded again: `â€™` for an apostrophe. What
    punctuation and accented capitals become gives it away."""
    return TWICE_ENCODED.sub(_decoded_again, text) if _twice_encoded(text) else text


def _twice_encoded(text: str) -> bool:
    # a single character is looked for at memory speed, a pattern is not
    return ("\xe2" in text and SIGNS.search(text) is not None) or ("\xc3" in text and CAPITAL.search(text) is not None)


def _decoded_again(found: re.Match[str]) -> str:
    try:
        return b"".join(_byte(character) for character in found.group(0)).decode("utf-8")
    except UnicodeError:
        return found.group(0)


def _byte(character: str) -> bytes:
    return character.encode("latin-1") if character < "\u0100" else character.encode("cp1252")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: markup is ASCII, so every other byte of it is NUL."""
    if b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _legacy(body: bytes, content_type: str | None) -> str:
    if _mostly_utf8(body):
        return body.decode("utf-8", "replace")
    for label in _labels(body, content_type):
        text = body.decode(label, "replace")
        if plausible(text, label):
            return text
    return body.decode(_detected(body), "replace")


def _mostly_utf8(body: bytes) -> bool:
    """UTF-8 that somebody cut in the middle of a character, or into which somebody pasted a few foreign bytes."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken <= DAMAGED * (len(text) - len(text.encode("ascii", "ignore")))


def _labels(body: bytes, content_type: str | None) -> list[str]:
    """Python's names of the charsets that the HTTP header, the meta element and the XML declaration name, in this order."""
    head = body[:META_BYTES]
    found = [match.group(1) for match in (HEADER_CHARSET.search(content_type or ""),) if match]
    found += [match.group(1).decode("ascii") for match in (META_CHARSET.search(head), XML_ENCODING.search(head)) if match]
    return list(dict.fromkeys(name for name in map(_python_name, found) if name and name != "utf-8"))


def _python_name(label: str) -> str | None:
    label = label.strip().lower().replace("x-sjis", "shift_jis").replace("x-gbk", "gbk").replace("windows-31j", "cp932")
    try:
        name = codecs.lookup(label).name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    return SUPERSET.get(name, name)


LATIN_RUN = re.compile(r"[\u00c0-\u024f]{4,}")
MIXED_WORD = re.compile(r"[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")
ODD = re.compile(
    r"[\x80-\x9f\ufffd\u00a1-\u00a9\u00ac\u00ae-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u00d7\u00f7][\u0080-\u00ff]|[\x80-\x9f\ufffd\ue000-\uf8ff]"
)
HALF_KANA = re.compile(r"[\uff61-\uff9f]{2,}")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
TOLERATED = 0.1
"""Share of the characters beyond ASCII that may look wrong; the right charset is near 0, a wrong one over a third."""


def plausible(text: str, charset: str) -> bool:
    """Whether a decoded page reads like text: no runs of accented letters, no words of two alphabets, no broken characters."""
    sample = _outside_tags(text)
    beyond = len(BEYOND_ASCII.findall(sample))
    if not beyond:
        return True
    wrong = sum(map(len, LATIN_RUN.findall(sample))) + 2 * len(ODD.findall(sample))
    wrong += len(MIXED_WORD.findall(sample))
    if charset == "cp932":
        wrong += sum(map(len, HALF_KANA.findall(sample)))
    return wrong <= TOLERATED * beyond


TAG = re.compile(r"<[^<>]{0,4000}>")
RAW_START = re.compile(r"<(script|style)\b", re.I)


def _outside_tags(text: str) -> str:
    """A sample of the page's visible text. Linear: each search goes on where the last one ended."""
    pieces: list[str] = []
    position, length = 0, 0
    while length < 4 * SAMPLED:
        raw = RAW_START.search(text, position)
        piece = TAG.sub(" ", text[position : raw.start() if raw else len(text)])
        pieces.append(piece)
        length += len(piece)
        if not raw:
            break
        end = text.find("</" + raw.group(1), raw.end())
        if end < 0:
            break
        position = end + 2 + len(raw.group(1))
    return " ".join(pieces)[: 4 * SAMPLED]


def _detected(body: bytes) -> str:
    """Of a body that is no UTF-8. latin-1 keeps each byte, so that the tags can be cut off before the charset is known."""
    visible = _outside_tags(body.decode("latin-1")).encode("latin-1")
    sample = b" ".join(word for word in visible.split() if any(byte > 127 for byte in word))[:SAMPLED]
    name = _python_name(detect_encoding(sample) or "") or "utf-8"
    if name != "utf-8":
        return name
    best = from_bytes(sample, cp_isolation=EAST_ASIAN, threshold=0.5).best() if sample else None
    return best.encoding if best else "cp1252"

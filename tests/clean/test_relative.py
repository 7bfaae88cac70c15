from datetime import UTC, datetime

import pytest

from agents.clean.dateline import Reading
from agents.clean.relative import relative_date

FETCHED_AT = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)  # a Thursday


def day(text: str, language: str = "en") -> str | None:
    found = relative_date(text, Reading(language, ""), FETCHED_AT)
    return found.when.date().isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3 hours ago", "en", "2026-03-04"),
        ("By Ann Lee | an hour ago", "en", "2026-03-05"),
        ("2 days ago", "en", "2026-03-03"),
        ("vor 3 Stunden", "de", "2026-03-04"),
        ("il y a 2 jours", "fr", "2026-03-03"),
        ("hace 40 minutos", "es", "2026-03-05"),
        ("há 3 horas", "pt", "2026-03-04"),
        ("3 ore fa", "it", "2026-03-04"),
        ("3 godziny temu", "pl", "2026-03-04"),
        ("3 часа назад", "ru", "2026-03-04"),
        ("3 saat önce", "tr", "2026-03-04"),
        ("3小时前", "zh", "2026-03-04"),
        ("3時間前", "ja", "2026-03-04"),
        ("3시간 전", "ko", "2026-03-04"),
        ("před 3 hodinami", "cs", "2026-03-04"),
        ("3 години тому", "uk", "2026-03-04"),
        ("3 tuntia sitten", "fi", "2026-03-04"),
        ("acum 3 ore", "ro", "2026-03-04"),
        ("πριν από 3 ώρες", "el", "2026-03-04"),
        ("לפני 3 שעות", "he", "2026-03-04"),
        ("3 घंटे पहले", "hi", "2026-03-04"),
        ("৩ ঘণ্টা আগে", "bn", "2026-03-04"),
        ("3 ชั่วโมงที่แล้ว", "th", "2026-03-04"),
        ("۳ ساعت پیش", "fa", "2026-03-04"),
        ("Yesterday, 14:05", "en", "2026-03-04"),
        ("Heute um 01:30 Uhr", "de", "2026-03-05"),
        ("Wednesday, 4 March", "en", "2026-03-04"),
        ("3月4日(水) 7時30分", "ja", "2026-03-04"),
        ("ke 4.3. 08:00", "fi", "2026-03-04"),
        ("March 4, 7:30 am", "en", "2026-03-04"),
        ("le 4 mars à 7h30", "fr", "2026-03-04"),
    ],
)
def test_the_fetch_makes_a_date_whole(text: str, language: str, expected: str) -> None:
    assert day(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 July",
        "Tuesday, 4 March",
        "6 March",
        "March 4, 2019",
        "2019年3月4日",
        "4.3.2019",
        "Version 4.3.1",
        "5 min read",
        "Today's paper",
        "Room 3",
        "two years ago",
        "4 Marching bands",
    ],
)
def test_a_guess_is_none(text: str) -> None:
    """Long ago or ahead, another weekday, a whole date, no date."""
    assert day(text) is None

import pytest

from agents.tag.inflect import Irregular, noun_forms, verb_forms

IRREGULAR = Irregular({"shoot": ["shot", "shot"], "slay": ["slew", "slain"]}, {"slay": ["slayed"]}, {"man": "men"})


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("raid", ["raid", "raids", "raided", "raiding"]),
        ("accuse", ["accuse", "accuses", "accused", "accusing"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("ban", ["ban", "bans", "banned", "banning"]),
        ("shoot", ["shoot", "shoots", "shot", "shooting"]),
        ("slay", ["slay", "slays", "slew", "slain", "slaying", "slayed"]),
    ],
)
def test_verbs(lemma: str, forms: list[str]) -> None:
    assert [form for form, _ in verb_forms(lemma, IRREGULAR)] == forms


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("attack", "attacks"),
        ("gunman", "gunmen"),
        ("car bomb", "car bombs"),
        ("state of emergency", "states of emergency"),
        ("army", "armies"),
    ],
)
def test_nouns(lemma: str, plural: str) -> None:
    assert [form for form, _ in noun_forms(lemma, IRREGULAR)] == [lemma, plural]

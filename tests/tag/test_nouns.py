import pytest

from agents.tag.nouns import kind_of


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("farmer", "person"), ("women", "person"), ("parties", "group"), ("bridges", "object"), ("weeks", "time"), ("blorf", None)],
)
def test_kind_of_a_noun(noun: str, kind: str | None) -> None:
    assert kind_of(noun) == kind

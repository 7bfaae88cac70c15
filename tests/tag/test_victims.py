import pytest

from tests.tag.coding import events


def suffering(text: str) -> list[str]:
    return [party.text for party in events(text)[0].recipients]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Officers arrested a man and his brother.", ["man", "brother"]),
        ("A nurse and her husband were abducted.", ["nurse", "husband"]),
        ("Gunmen killed a clerk near the village of Kolbaripara, a village in Bangladesh.", ["clerk"]),
        ("The chief of Tingari, a village in Burkina Faso, was shot dead.", ["chief"]),
        ("Police caught a couple in Nakuru. They were beaten in a cell.", ["couple"]),
    ],
)
def test_who_suffers_is_neither_the_place_nor_the_weapon(text: str, parties: list[str]):
    assert suffering(text) == parties

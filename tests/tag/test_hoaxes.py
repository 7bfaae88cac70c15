import pytest

from tests.tag.coding import coded


@pytest.mark.parametrize(
    "text",
    [
        "A post claims that a mob burned down a mosque in Bradford. That is false, too.",
        "The claim that rebels captured the airport of Lagos is also false.",
    ],
)
def test_a_claim_that_is_called_false_tells_nothing(text: str) -> None:
    assert coded(text) == []


def test_who_made_false_claims_may_still_be_arrested() -> None:
    assert coded("Police arrested a banker who made false claims about the fund.") == ["COERCE/arrest"]


def test_a_claim_is_told() -> None:
    assert "ASSAULT" in [told.split("/")[0] for told in coded("The militia claims that gunmen burned down a mosque in Kano.")]

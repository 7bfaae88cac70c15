import pytest

from agents.clean.truncation import is_truncated

WHOLE = "The cranes moved at dawn. The last ship left before noon."


@pytest.mark.parametrize(
    "end",
    [
        WHOLE,
        "She said: “We go back with our heads up.”",
        "The rota will be reviewed. (Reporting by Ann Lee)",
        "港口罢工在九天后结束。",
        f"{WHOLE}\nPort Verane",
        f"{WHOLE}\nWhat to look for",
        f"{WHOLE}\nUnless told otherwise all texts are under CC-BY",
        f"{WHOLE}\nAnn Lee, Bo Ek",
    ],
)
def test_a_whole_text(end: str) -> None:
    assert not is_truncated(end)


@pytest.mark.parametrize(
    "end",
    [
        "The cranes moved at dawn. This settlement highlights",
        "The authority promised that nobody who took part in the long walkout would lose",
        "The cranes moved at dawn.\nThe last ship left for one of the",
        "The cranes moved at […]",
        "The cranes moved at dawn...",
        "The cranes moved at dawn. Read more",
        "Die Kräne bewegten sich. Weiterlesen »",
        "Vinçler hareket etti. DEVAMINI OKU",
    ],
)
def test_a_text_that_breaks_off(end: str) -> None:
    assert is_truncated(end)

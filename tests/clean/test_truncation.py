import pytest

from agents.clean.truncation import breaks_off, is_truncated
from tests.clean.samples import outline_of

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
        f"{WHOLE} VNA",
        f"{WHOLE}\nThe cranes are told about at length in our long report on https://www.gazette.example/cranes",
        f"{WHOLE}\nAnn Lee is a reporter at the Harbour Gazette who has written about ports for ten years",
        f"{WHOLE}\nThis story was made by the Verane Press and sent out by the Islands Wire service",
        f"{WHOLE}\nIf you want to know more about the cranes of Verane, you could look at this:",
        f"{WHOLE}\nFor whom the strike was good, and what the town hall says about it: How to Read a Rota",
        "Gained rice for the islands and their people in days\nWon higher pay for all who worked in the night shifts this year",
        "The cranes moved at dawn. Foto: Bo Ek/vna",
        "クレーンが動いた。（山田太郎）",
        f"{WHOLE}\nYou may also like...",
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
        "The cranes moved at dawn; “We go back with our heads",
        "The cranes moved at dawn, the union said,",
        "Il vous reste 70% de cet article à lire. La suite est réservée aux abonnés.",
        "Para seguir leyendo, suscríbete",
        "クレーンが動き始めたのは夜明けで、組合は職場に戻ると",
        "この記事は有料記事です。残り532文字",
        "Докеры прекратили забастовку. Читать полностью",
        "The cranes moved. (more…)",
        "The cranes moved at dawn. Click here to read the full story.",
    ],
)
def test_a_text_that_breaks_off(end: str) -> None:
    assert is_truncated(end)


def test_a_short_last_line_breaks_off_where_the_page_may_be_cut() -> None:
    line = f"{WHOLE}\nThe authority promised that the rotas"
    assert not is_truncated(line)
    assert is_truncated(line, suspected=True)
    assert not is_truncated(f"{WHOLE}\nPort Verane", suspected=True)


def broken_off(after: str, *, paywalled: bool = False, cut: bool = False) -> bool:
    html = f"<body><article><p>{WHOLE}</p>{after}" + ("" if cut else "</article></body>")
    outline = outline_of(html)
    keep = [text == WHOLE for text in outline.texts]
    return breaks_off(outline.texts[0], outline, keep, html, paywalled=paywalled)


def test_a_link_to_the_rest_behind_the_text_tells() -> None:
    assert broken_off('<a href="/all">Continue reading →</a>')
    assert broken_off('<a class="more-link" href="/all">Read more</a>')
    assert not broken_off('<a href="/rice">Rice prices fall</a><a href="/rice">Continue reading</a>')
    assert not broken_off("<h3><a href='/more'>Keep reading</a></h3>")
    assert not broken_off("<p>Continue reading</p>")


def test_a_page_that_ends_before_its_body_does_is_cut() -> None:
    line = "The cranes moved at dawn and the union"
    html = f"<body><p>{line}"
    assert breaks_off(line, outline_of(html), [True], html, paywalled=False)
    assert not breaks_off(line, outline_of(html), [True], f"{html}</p></body>", paywalled=False)

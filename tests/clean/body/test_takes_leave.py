"""What newsrooms set around a story: credits, appeals, captions, reading times, lists of other stories."""

import pytest

from agents.clean.body.announced import announced, is_counter, is_furniture, those_of_boxes
from agents.clean.body.farewell import without_farewell
from agents.clean.body.links import without_lists_of_links
from agents.clean.body.sections import Section, sections
from tests.clean.samples import outline_of

STORY = ("The ferry stayed in port for nine days.", "It left on Monday with forty people on board.")


def texts(html: str) -> list[str]:
    return list(outline_of(html).texts)


def ending(*lines: str) -> list[str]:
    """What is left beneath the story."""
    outline = outline_of("".join(f"<p>{line}</p>" for line in (*STORY, *lines)))
    return [outline.texts[block] for block in without_farewell(outline, range(len(outline.texts)))][len(STORY) :]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee contributed reporting from Verane.",
        "Additional reporting by Bo Ek",
        "With reporting by Ann Lee",
        "（责任编辑：王伟）",
        "Lee reported from Verane. Wire writer Bo Ek in Osmund helped.",
        "Write to Ann Lee at ann.lee@gazette.example",
        "Follow the Gazette on Instagram and Facebook.",
        "Ann Lee writes on ports. Follow her on Twitter @annlee.",
        "For more, sign up to our weekly newsletter.",
    ],
)
def test_a_newsrooms_farewell_ends_the_story(line: str) -> None:
    assert ending("___", line, "More to come on Friday") == []


@pytest.mark.parametrize("end", ["###", "# # #", "-30-", "– Ende –", "(ENDS)"])
def test_what_stands_beneath_a_storys_end_are_its_senders(end: str) -> None:
    assert ending(end, "Jane Mercer, +46 8 555 0101") == []
    assert ending("The end", "Jane Mercer, +46 8 555 0101") == ["The end", "Jane Mercer, +46 8 555 0101"]
    longer = "The second part tells of the winter in which the harbour froze and nobody could sail. " * 2
    assert ending(end, longer, "Jane Mercer") == [end, longer.strip(), "Jane Mercer"]


def test_a_notice_of_rights_with_its_year_is_followed_by_the_sites_address() -> None:
    more = ("Sails were repaired.", "Ropes were bought.", "Tar was boiled.")
    assert ending(*more, "© 2026 Kivu Herald", "Lake Road 12, Verane") == list(more)
    assert ending(*more, "© Kivu Herald", "A new sail was made.") == [*more, "© Kivu Herald", "A new sail was made."]
    assert ending("© 2026 Kivu Herald", *more) == ["© 2026 Kivu Herald", *more]


@pytest.mark.parametrize("line", ["“Follow me,” said the captain.", "Wages contributed to the dispute.", "___"])
def test_the_storys_own_last_line_stays(line: str) -> None:
    assert ending(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "A ferry leaves the harbour at dawn. (Photo by Hugo Lantz)",
        "Reading time: 3 minutes",
        "4 min read",
        "Temps de lecture : 2 minutes",
        "Cranes at dawn. (NASA/Port Verane)",
        "The quay in winter. Ann Lee/Getty",
        "In this March 4, 2026, file photo, cranes stand still in Port Verane.",
        "FILE - Cranes stand still in Port Verane.",
        "This is a developing story and will be updated.",
        "Cranes stand still in Port Verane. Photo: archive",
        "Un bateau à quai. Photo : archives",
        "Dźwigi w porcie. Fot. Archiwum",
        "Limandaki vinçler. Fotoğraf: Arşiv",
        "बंदरगाह पर क्रेन। फोटो: फाइल",
        "停泊中の船＝三日、県提供",
        "停泊中の船（写真・県）",
        "00:00 / 12:41",
        "1,204 votes",
        "312 głosów",
        "Posted by Ann Lee at 10:12",
        "Publicado por Ana Luz en 10:12",
        "All about the lakes, every Friday in your inbox.",
        "Jeden Freitag in Ihrem Postfach",
        "L'essentiel chaque vendredi dans votre boîte mail.",
        "Connectez-vous pour commenter",
        "Press contact",
    ],
)
def test_captions_and_notices_are_furniture(line: str) -> None:
    assert is_furniture(line, 0) or announced(line) or those_of_boxes([line], range(1))


@pytest.mark.parametrize(
    "line",
    [
        "Shoes (men's/women's)",
        "It ran for 5 minutes",
        "He kept the photo: archivists were delighted to see it on Monday.",
        "They won by 1,204 votes.",
        "Posted by his brother at the gate, a guard let nobody in",
        "Why the ferry company's customers found the same strange letter in your inbox and in mine, and what the harbour's nine"
        " clerks had to say about it.",
    ],
)
def test_what_looks_like_them_is_none(line: str) -> None:
    assert not is_furniture(line, 0)
    assert announced(line) is None
    assert not those_of_boxes([line], range(1))


@pytest.mark.parametrize(
    "line",
    [
        "À lire aussi Le port rouvre ses quais",
        "→ Four cranes move again",
        "Les også: Havnen åpner igjen",
        "« Four cranes Tug waits »",
    ],
)
def test_a_linked_line_that_points_elsewhere_is_furniture(line: str) -> None:
    assert is_furniture(line, len(line) - 10)
    assert not is_furniture(line, 0)


LINKS = "<ul><li><a>Four cranes move again at the port</a></li><li>Islands: <a>rice is rationed for a second week</a></li></ul>"


@pytest.mark.parametrize(("before", "left"), [("They talked all night.", 2), ("Two things were agreed:", 4)])
def test_a_list_of_links_goes_unless_a_line_leads_to_it(before: str, left: int) -> None:
    outline = outline_of(f"<p>{before}</p>{LINKS}<p>{STORY[1]}</p>")
    assert len(without_lists_of_links(outline, range(len(outline.texts)))) == left


@pytest.mark.parametrize(("name", "section"), [("wp-caption", Section.ASIDE), ("picBox right", Section.ASIDE), ("info-text", 0)])
def test_what_stands_with_a_picture_is_set_aside(name: str, section: int) -> None:
    assert sections(outline_of(f'<div class="{name}"><p>Cranes at dawn</p></div>'), [0]) == {0: section}


@pytest.mark.parametrize(
    ("line", "counts"), [("2 / 14", True), ("3 of 8", True), ("4/5", False), ("9 / 10", False), ("2014/15 season", False)]
)
def test_a_rating_is_no_gallery_s_counter(line: str, counts: bool) -> None:
    assert is_counter(line) is counts


def test_the_address_of_a_printed_page_goes_and_a_link_stays() -> None:
    assert ending("http://www.gazette.example/story/44") == []
    for line in ("<a href=/s>www.gazette.example</a>", "www.gazette.example was down for a day, its owner said"):
        assert ending(line) == texts(line)


@pytest.mark.parametrize(
    "line",
    [
        "Get the Evening Dispatch newsletter. Unsubscribe at any time.",
        "Assine a nossa newsletter e receba todas as manhãs as principais notícias.",
        "Source: Harbour Office",
        "Quelle: AFP",
        '{"layout": 2, "button": "Buy now"}',
        "اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح.",
        "ニュースレターに登録すると、毎朝主要なニュースが届きます。",
    ],
)
def test_calls_to_a_newsletter_sources_and_data_are_furniture(line: str) -> None:
    assert is_furniture(line, 0) or those_of_boxes([line], range(1))


def test_a_sentence_about_a_newsletter_is_none() -> None:
    assert not is_furniture("The bank wrote in its newsletter that half of its customers want to subscribe again.", 0)


@pytest.mark.parametrize(
    "line", ["The bridge has been closed since Monday. © Jonas Wild/dpa", "الجسر مغلق منذ الاثنين. تصوير: سامر نعيم"]
)
def test_a_caption_is_told_by_who_made_the_picture(line: str) -> None:
    assert is_furniture(line, 0)


def test_a_source_that_says_something_is_none() -> None:
    assert not is_furniture("Source: he told us that the boat would sail on Monday. Nobody believed him.", 0)

"""Made-up pages that are no articles, and one that is."""

from agents.clean.article_gate.features import features
from agents.clean.metadata import read_metadata
from agents.clean.transform import load
from agents.settings import Settings
from schemas.article import CleanArticle
from schemas.rejection import RejectedPage, RejectionReason
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, article_html, body_of, declared_of, page

transform = load(Settings())

CARD = (
    '<li class="product-card"><a href="/p/{0}"><img src="/{0}.jpg"><h3>Folding lamp {0}</h3></a>'
    "<p>A lamp for desk and bed that folds flat, in {0} colours.</p>"
    '<span class="price">€ {0}9.90</span><button>Add to cart</button></li>'
)
COLLECTION = (
    '<html lang="en"><head><title>Lamps | Lumio Shop</title><meta property="og:type" content="website"></head><body><h1>Lamps</h1>'
    '<form><input name="q"><select><option>Sort by price</option></select></form><ul class="grid">'
    + "".join(CARD.format(number) for number in range(1, 40))
    + "</ul></body></html>"
)
PRODUCT = (
    '<html lang="en"><head><title>Folding lamp 7 | Lumio Shop</title><meta property="og:type" content="product">'
    '<script type="application/ld+json">{"@type": "Product", "name": "Folding lamp 7", "offers": {"@type": "Offer"}}'
    "</script></head><body><h1>Folding lamp 7</h1><span>€ 79.90</span><span>In stock</span><button>Add to cart</button>"
    "<h2>Description</h2>"
    "<p>This lamp folds flat and fits into your bag. You get three levels of light, a cable of two metres, and a battery that "
    "lasts for a whole night. Our lamps are made of recycled steel, and we ship them for free.</p>"
    "<h2>Details</h2><ul><li>Weight: 300 g</li>"
    "<li>Height: 40 cm</li><li>Colour: red</li></ul><h2>You may also like</h2><ul>"
    + "".join(CARD.format(number) for number in range(1, 9))
    + "</ul></body></html>"
)


def refused(html: str, url: str) -> RejectionReason | None:
    outcome = transform(page(html, url=url))
    return outcome.reason if isinstance(outcome, RejectedPage) else None


def test_a_collection_is_no_article() -> None:
    assert refused(COLLECTION, "https://lumio.example/collections/lamps") == RejectionReason.NOT_AN_ARTICLE


def test_a_product_is_no_article() -> None:
    assert refused(PRODUCT, "https://lumio.example/products/folding-lamp-7") == RejectionReason.NOT_AN_ARTICLE


def test_a_story_is_one_whatever_its_address() -> None:
    assert isinstance(transform(page(article_html(), url="https://harbour-gazette.example/?p=17")), CleanArticle)


def test_a_service_is_no_article_however_little_but_text_it_shows_beside_its_menus() -> None:
    sold = (
        "Our engineers plan, build and look after heating systems for hotels, schools and homes in the whole of the valley.",
        "You tell us what you need, and we come to see your cellar, free of charge, within two working days.",
        "We measure your pipes, compare three boilers for you and send you an offer that names every hour of our work.",
        "Once your system runs, our team checks it every spring, and you reach us day and night, at weekends too.",
    )
    entries = "".join(f"<li><a href=/p-{number}>Boilers {number}</a></li>" for number in range(12))
    menus = f"<ul>{entries}</ul>" * 3
    head = '<head><title>Heating services | Warmwell</title><meta property="og:type" content="website"></head>'
    story = f"<h2>What we do</h2>{''.join(f'<p>{text}</p>' for text in sold)}"
    html = f'<html lang="en">{head}<body><nav>{menus}</nav><h1>Heating services</h1>{story}</body></html>'
    assert refused(html, "https://warmwell.example/services/heating") == RejectionReason.NOT_AN_ARTICLE


FIRM = (
    "We are a family firm in the third generation. What began in 1947 as a stall on the quay is now a mill, two shops and a house"
    " in which forty people work for you.",
    "Our values are simple: we make things that last, we pay people properly, and we answer the telephone whenever you ring.",
    "If you would like to join us, have a look at our vacancies or write us a line. We look forward to your letter.",
)


def test_a_page_that_speaks_to_customers_is_none_unless_it_tells_when_or_by_whom() -> None:
    shown = "".join(f"<p>{text}</p>" for text in FIRM)
    html = f"<html lang=en><head><title>About us</title></head><body><h1>About us</h1>{{}}{shown}</body></html>"
    assert refused(html.format(""), "https://quay.example/x/about-us") == RejectionReason.NOT_AN_ARTICLE
    assert refused(html.format("<p>By Ann Lee, 4 March 2026</p>"), "https://quay.example/x/about-us") is None


def test_a_story_that_tells_neither_when_nor_by_whom_is_one() -> None:
    shown = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = f"<html lang=en><head><title>Cranes are back</title></head><body><h1>Cranes are back</h1>{shown}</body></html>"
    assert refused(html, "https://quay.example/x/cranes") is None


def test_a_paragraph_without_spaces_says_as_much_as_a_longer_one_with_them() -> None:
    story = "町は月曜日、点検で橋脚二本にひび割れが見つかったとして旧橋を通行止めにした。" * 2
    head = "<html lang=ja><head><title>橋脚にひび割れ</title></head>"
    html = f"{head}<body><h1>橋脚にひび割れ</h1>{f'<p>{story}</p>' * 5}</body></html>"
    declared = declared_of(html, "https://minato.example/2026/03/4711")
    body = body_of(html, declared.hints)
    values = features(body, declared, read_metadata(html, declared, body.outline, FETCHED_AT))
    assert (values["share of long paragraphs"], values["title words"]) == (1.0, 3.0)


MENU = "".join(f'<li><a href="/m{number}">Entry {number}</a></li>' for number in range(18))
STARS = (
    f'<html lang="en"><head><title>Aries | Island Times</title></head><body><nav><ul>{MENU}</ul></nav><main><h1>Aries</h1>'
    "<p>March 21 - April 19</p><p>A conversation in the morning may take you by surprise, but you will be glad that you had it."
    " Keep an eye on your purse this afternoon and do not sign anything in a hurry. In the evening an old friend may ring.</p>"
    "<p>Love: 4 Work: 3 Luck: 2</p><p>Lucky numbers: 4, 17, 22</p><p>Colour: green</p><p>Stone: opal</p><p>Best match: Leo</p>"
    "<p>Mood: calm</p><h2>Other signs</h2><ul><li><a href=/t>Taurus</a></li><li><a href=/g>Gemini</a></li></ul></main>"
    "</body></html>"
)


def test_what_neither_declares_nor_signs_nor_dates_a_story_must_be_likelier_one() -> None:
    assert refused(STARS, "https://island-times.example/horoscopes/aries") == RejectionReason.NOT_AN_ARTICLE
    signed = STARS.replace("</h1>", "</h1><p>By Ann Lee, 4 March 2026</p>")
    assert refused(signed, "https://island-times.example/horoscopes/aries") is None


def test_a_signed_and_dated_news_article_is_one_whatever_stands_around_it() -> None:
    description = PRODUCT.split("<h2>Details</h2>")[0].rsplit("<p>", 1)[1]
    sold = PRODUCT.replace(description, "</p><p>".join((*PARAGRAPHS, description)))
    signed = (
        '{"@type": "NewsArticle", "headline": "Folding lamp 7", "datePublished": "2031-03-02T08:00:00Z", '
        '"author": {"@type": "Person", "name": "Ida Brandt"}}'
    )
    declared = sold.replace('{"@type": "Product", "name": "Folding lamp 7", "offers": {"@type": "Offer"}}', signed)
    url = "https://lumio.example/products/folding-lamp-7"
    assert refused(sold, url) == RejectionReason.NOT_AN_ARTICLE
    assert refused(declared.replace('content="product"', 'content="article"'), url) is None


ADVICE = (
    "We help your business with forms, payroll and the questions that your staff may have, and our team answers you within a day.",
    "Our advisers work with you to find what your firm needs, from hiring to benefits, and we keep you up to date with the law.",
    "Contact us for a free quote: our experts are at your side in every step, and your first consultation with us costs nothing.",
    "You can call our office, write to us or make an appointment online, and we will send you all that you need for your case.",
    "Why choose us? Because our clients come first: we listen to you, we plan with you, and we stand by your side in the end.",
    "Our services cover your accounts, your taxes and your insurance, so that you can do what you do best and leave us the rest.",
    "Learn more about our plans and pricing, request a demo of our portal, and sign up for the newsletter that our team writes.",
)


def test_a_signed_and_dated_story_that_is_shared_as_an_article_is_one_unless_its_address_names_something_else() -> None:
    parts = "".join(
        f"<h2>Service {number}</h2><p>{text}</p><a href=/s{number}>Learn more</a>" for number, text in enumerate(ADVICE)
    )
    shared = (
        '<html lang="en"><head><title>Our services | Lumio Advisers</title><meta property="og:type" content="article"></head><body>'
        f"<main><h1>Our services</h1>{parts}</main></body></html>"
    )
    signed = shared.replace("</h1>", '</h1><p class="byline">By Ida Brandt</p><p class="date">2 March 2026</p>')
    assert refused(signed, "https://lumio.example/our-work") is None
    assert refused(signed, "https://lumio.example/services/our-work") == RejectionReason.NOT_AN_ARTICLE
    assert refused(shared, "https://lumio.example/our-work") == RejectionReason.NOT_AN_ARTICLE

"""What says itself that it is no article: a front page by its address, an offer by its structured data."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from agents.clean.article_node import ARTICLE_TYPES
from agents.clean.canonical import normalise
from agents.clean.jsonld import text_of, types
from agents.clean.metadata import Declared
from agents.clean.refusal import Refusal
from agents.clean.titles import same_headline
from schemas.rejection import RejectionReason

NOWHERE = ".invalid"
"""No site's address ends in it (RFC 2606): what stands there is only a name for a page."""
ROUTES = ("!", "/")
"""A fragment that begins so is the path of a page that a script shows."""
SECTION = re.compile(
    r"(?:.*/)?(?:news|blogs?|articles|press|press-releases|newsroom|stories|latest|archives?)/?"
    r"|.*/(?:tag|category|author|autor|auteur|autore|etiqueta)/[^/]+/?"
    r"|(?:/[a-z]{2,5}|/blog|/news)?/(?:19|20)\d\d/(?:0[1-9]|1[0-2])/?",
    re.I,
)
"""The whole path of a list of what a site has; of WordPress's archives, a month's and an author's among others."""
SERVICE = re.compile(
    r"(?:.*/)?(?:(?:log|sign)-?(?:in|up)|register|checkout|cart|basket|warenkorb|panier|subscribe|abonnements?|suscripcion(?:es)?"
    r"|privacy(?:-(?:policy|notice|statement))?|cookie-(?:policy|notice)|terms(?:-(?:of-(?:use|service|sale)|and-conditions))?"
    r"|legal-notice|impressum|imprint|datenschutz(?:erklaerung)?|agb|cgv|cgu|mentions-legales|aviso-legal|contact(?:-us)?|kontakt"
    r"|contacto|contatti)(?:/|\.\w{3,5})?",
    re.I,
)
"""The same of a page by which a site deals with those who visit it."""
SEARCH = re.compile(
    r"[^?]*/(?:search|suche|buscar|busqueda|recherche|rechercher|zoeken|ricerca|cerca|pesquisa|busca|szukaj|arama|sok|haku|hledat)"
    r"(?:[./?][^#]*)?|[^?]*/\?(?:[^#]*&)?s=[^#]*",
    re.I,
)
"""The address, from its path on, of what somebody looked for; by WordPress's `?s=` too."""
JOBS = re.compile(r"(?:jobs?|careers?|karriere|stellenmarkt|emplois?|empleos?|vacatures)\..*", re.I)
"""A host that has nothing but jobs."""
DESCRIBED = frozenset(
    {
        "JobPosting", "Hotel", "LodgingBusiness", "BedAndBreakfast", "Hostel", "Resort", "VacationRental", "SearchResultsPage",
        "ProfilePage", "CheckoutPage", "ContactPage",
    }
)  # fmt: skip
"""Types of schema.org: what a page that declares one, and no article, is about, or is."""
NAMED = re.compile(r"\w*Event|Festival|Hackathon|Course(?:Instance)?|(?:Podcast|Radio|TV)Series|Movie|MusicAlbum|MusicGroup")
"""Types of what a page may mention, too, in a calendar beside its story: the page is about it where its title names it."""
SHARED_AS = frozenset(
    {"profile", "product.group", "product.item", "business.business", "hotel", "restaurant", "place", "video.movie"}
)
"""What Open Graph says of such a page."""
OFFERED = frozenset(
    {
        "Product", "ProductGroup", "IndividualProduct", "ProductModel", "Vehicle", "Car", "SoftwareApplication", "WebApplication",
        "MobileApplication", "RealEstateListing", "Accommodation", "Apartment", "House", "SingleFamilyResidence", "Residence",
    }
)  # fmt: skip
"""Types of schema.org: things that are sold or let."""
PRICED = ("offers", "hasVariant")
"""What a node that offers one says of it; a review's product has neither."""


def outright(declared: Declared, *, plain: bool) -> Refusal | None:
    """A refusal of a site's front page; and of a section's, and of an offer, that declare no article. `plain`: the page has a story
    on it and hardly anything else, whatever its address says."""
    nodes = declared.markup.nodes
    path = "" if plain else _path(declared.url)
    if path == "/":
        return _refusal("a site's front page, by its address")
    kinds = [types(node) for node in nodes]
    if any(kind & ARTICLE_TYPES for kind in kinds):
        return None
    is_dated = bool(declared.markup.meta("article:published_time"))
    if SECTION.fullmatch(path) and not is_dated:
        return _refusal("a list of pages, by its address")
    is_shared_as_one = declared.markup.meta("og:type").lower() == "article"
    if not (is_dated or is_shared_as_one) and (refusal := _of_no_article(declared, kinds, path, plain=plain)):
        return refusal
    sold = [kind & OFFERED for node, kind in zip(nodes, kinds, strict=True) if any(node.get(name) for name in PRICED)]
    return _refusal("an offer, by its structured data") if any(sold) else None


def _of_no_article(declared: Declared, kinds: list[set[str]], path: str, *, plain: bool) -> Refusal | None:
    """Of a page that declares neither an article nor when it was published; `kinds`: the types of each of its nodes."""
    for node, kind in zip(declared.markup.nodes, kinds, strict=True):
        is_named = any(map(NAMED.fullmatch, kind)) and same_headline(text_of(node.get("name")), declared.title)
        if is_named or kind & DESCRIBED:
            return _refusal(f"a page about something else, by its structured data: {', '.join(sorted(kind))[:80]}")
    if declared.markup.meta("og:type").lower() in SHARED_AS:
        return _refusal("a page about something else, by what it is shared as")
    if SERVICE.fullmatch(path):
        return _refusal("a page of the site's own, by its address")
    if plain:
        return None
    try:
        parts = urlsplit(declared.url)
    except ValueError:
        return None
    if SEARCH.fullmatch(f"{parts.path}?{parts.query}" if parts.query else parts.path):
        return _refusal("what a search found, by its address")
    return _refusal("a job, by its address") if JOBS.match(parts.hostname or "") else None


def _refusal(what: str) -> Refusal:
    return Refusal(RejectionReason.NOT_AN_ARTICLE, what)


def _path(url: str) -> str:
    """Of an address that has no query but for tracking; else nothing."""
    try:
        parts, fragment = urlsplit(normalise(url)), urlsplit(url).fragment
    except ValueError:
        return ""
    known = parts.scheme in ("http", "https") and not (parts.hostname or "").endswith(NOWHERE)
    return parts.path if known and not parts.query and not fragment.startswith(ROUTES) else ""

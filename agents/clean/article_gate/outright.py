"""What says itself that it is no article: a front page by its address, an offer by its structured data."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from agents.clean.article_node import ARTICLE_TYPES
from agents.clean.canonical import normalise
from agents.clean.jsonld import types
from agents.clean.metadata import Declared
from agents.clean.refusal import Refusal
from schemas.rejection import RejectionReason

NOWHERE = ".invalid"
"""No site's address ends in it (RFC 2606): what stands there is only a name for a page."""
ROUTES = ("!", "/")
"""A fragment that begins so is the path of a page that a script shows."""
SECTION = re.compile(
    r"(?:.*/)?(?:news|blogs?|articles|press|press-releases|newsroom|stories|latest|archives?)/?"
    r"|.*/(?:tag|category|author)/[^/]+/?",
    re.I,
)
"""The whole path of a list of what a site has; of WordPress's archives among others."""
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
    if SECTION.fullmatch(path) and not declared.markup.meta("article:published_time"):
        return _refusal("a list of pages, by its address")
    sold = [kind & OFFERED for node, kind in zip(nodes, kinds, strict=True) if any(node.get(name) for name in PRICED)]
    return _refusal("an offer, by its structured data") if any(sold) else None


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

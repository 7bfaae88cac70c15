"""The URL that an article is known by: the same however the crawler came to it."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

TRACKING = re.compile(
    r"^(?:utm_.*|mtm_.*|pk_.*|piwik_.*|hsa_.*|_hs.*|at_(?:medium|campaign|custom\d|link.*|ptr.*|format|bbc.*)|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|oly_.*|vero_.*|__twitter_impression|"
    r"cmpid|icid|ncid|ocid|smid|smtyp|srsltid|sr_share|src_?medium|wt_mc|wt_zmc|xtor|s_cid|spm|soc_src|soc_trk|cvid|guccounter|guce_.*|mkt_tok|"
    r"ref_src|ref_url|referrer|share|shared|sharetype|feature=share|ns_(?:campaign|mchannel|source|linkname|fee)|ito|traffic_source|outputtype)$",
    re.I,
)
"""Query parameters that say how the reader came, not what is read (ClearURLs' rules, the common part)."""

DEFAULT_PORT = {"http": 80, "https": 443}
SHARED_HOSTS = (
    "blogspot.",
    "wordpress.com",
    "substack.com",
    "medium.com",
    "github.io",
    "tumblr.com",
    "livejournal.com",
    "typepad.com",
    "pages.dev",
    "netlify.app",
)
"""Under these each subdomain is a site of its own (the common part of the Public Suffix List's private section)."""
SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "go", "gob", "gov", "gub", "mil", "ne", "net", "nom", "or", "org"])
"""Names under which countries register sites: bbc.co.uk, abc.net.au."""


def canonical_url(url: str, final_url: str | None, declared: str) -> str:
    """`declared`: the page's own canonical link, taken only where it is credible: same site, not the front page."""
    fetched = final_url or url
    own = normalise(fetched)
    if not declared or declared == fetched:
        return own
    try:
        candidate = normalise(urljoin(fetched, declared))
    except ValueError:
        return own
    return candidate if candidate != own and _credible(candidate, own) else own


@lru_cache(16)
def normalise(url: str) -> str:
    """Scheme and host in lower case, default port, fragment, tracking parameters removed, the others sorted. What is no
    URL comes back as it is. Remembered for a moment, since it is asked of a page's own address several times."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if not parts.scheme or not parts.hostname:
        return url.strip().split("#")[0] or url
    scheme, host = parts.scheme.lower(), parts.hostname.lower().rstrip(".")
    netloc = f"[{host}]" if ":" in host else host
    if port and port != DEFAULT_PORT.get(scheme):
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, _path(parts), _query(parts.query), ""))


def _path(parts: SplitResult) -> str:
    """Never empty; characters that no URL holds are escaped, escapes stay."""
    return quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query.replace(";", "%3B"), keep_blank_values=True, max_num_fields=None)
    return urlencode(sorted((name, value) for name, value in pairs if not TRACKING.match(name)))


def _credible(candidate: str, own: str) -> bool:
    declared, fetched = urlsplit(candidate), urlsplit(own)
    if declared.scheme not in ("http", "https") or len(candidate) > 2000:
        return False
    if site_of(declared.hostname or "") != site_of(fetched.hostname or ""):
        return False
    is_front_page = declared.path in ("", "/") and not declared.query
    return not is_front_page or (fetched.path in ("", "/") and not fetched.query)


def site_of(host: str) -> str:
    """The part of a host that its owner registered, well enough to compare two: `news.bbc.co.uk` -> `bbc.co.uk`."""
    labels = host.lower().rstrip(".").split(".")
    if labels[-1].isdigit() or len(labels) < 3:
        return host.lower()
    if any(shared in host for shared in SHARED_HOSTS):
        return host.lower().removeprefix("www.")
    keep = 3 if len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-keep:])

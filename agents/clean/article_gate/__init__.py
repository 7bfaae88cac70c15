"""Is a page an article at all, or a listing, a product, a service?"""

from agents.clean.article_gate.gate import not_an_article, warm_up
from agents.clean.article_gate.legal import legal_page

__all__ = ["legal_page", "not_an_article", "warm_up"]

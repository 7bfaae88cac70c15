"""Is a page an article at all, or a listing, a product, a service?"""

from agents.clean.article_gate.features import features
from agents.clean.article_gate.gate import not_an_article, warm_up

__all__ = ["features", "not_an_article", "warm_up"]

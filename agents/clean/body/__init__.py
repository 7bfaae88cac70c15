"""The body of an article: which text blocks of a page are the story."""

"""What the element holds that a block begins with: a name, before a job, a place or a date of its own element."""

from __future__ import annotations

from agents.clean.plain import clean_text

HEAD = 5
"""Characters of the text that are looked for."""
MOST_PLACES = 30
LONGEST = 80
SPACE = 40
"""Characters of white space that may stand between a tag and the text that it holds."""


def first_element(markup: str, text: str) -> str:
    """The text of the first element of a block, `text` the block's; empty where that is all of it, or where it goes on with a
    comma or a word between names."""
    head = text[:HEAD]
    position = markup.find(head)
    for _ in range(MOST_PLACES):
        if position < 0:
            return ""
        end = markup.find("<", position, position + LONGEST)
        if end > 0 and markup[max(0, position - SPACE) : position].rstrip()[-1:] == ">":
            held = clean_text(markup[position:end])
            rest = text[len(held) :]
            if rest.strip() and text.startswith(held):
                runs_on, goes_on = rest[0].isalnum(), rest.lstrip()[0]
                return held if runs_on or (goes_on.isalnum() and not goes_on.islower()) else ""
        position = markup.find(head, position + 1)
    return ""

"""`eventwire explain "TEXT"`: what fired, what was suppressed, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from agents.commands.terminal import out, printable
from agents.tag.explain import explain as explain_text
from schemas.event import Event, Party


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or an article's text, in quotes.", show_default=False)],
    title: Annotated[str, typer.Option("--title", help="The headline, which helps to rank.")] = "",
) -> None:
    """Shows the events that a text tells, and why each word of the lexicon in it did or did not make one.

    \b
    Examples:
      eventwire explain "Police arrested 14 students in Nairobi on Tuesday."
      eventwire explain "The general threatened to arrest the mayor."
    """
    explanation = explain_text(text, title)
    for event in explanation.events:
        out.print(_line(event), soft_wrap=True)
    if not explanation.events:
        out.print("no event", soft_wrap=True)
    for finding in explanation.findings:
        verdict = f"suppressed: {finding.reason}" if finding.reason else "coded"
        out.print(f"  {finding.start:>5} {printable(finding.text)}  [{finding.rule}]  {printable(verdict)}", soft_wrap=True)


def _line(event: Event) -> str:
    mode = f"/{event.mode}" if event.mode else ""
    parts = [f"{event.type.value}{mode} ({event.quad_class.value}, confidence {event.confidence:.2f}, rule {event.rule})"]
    parts += [auxiliary.value for auxiliary in event.auxiliary]
    parts += _who("who", event.actors) + _who("to whom", event.recipients)
    if event.place:
        distance = f", {event.place.distance_km:g} km from it" if event.place.distance_km else ""
        parts.append(f"where: {event.place.name} ({event.place.country or '-'}, {event.place.resolution.value}{distance})")
    if event.date:
        parts.append(f"when: {event.date.start}" + (f" to {event.date.end}" if event.date.end != event.date.start else ""))
    parts += [f"{kind.value}: {'about ' if count.approximate else ''}{count.value}" for kind, count in event.counts.items()]
    if event.contexts:
        parts.append("contexts: " + ", ".join(context.value for context in event.contexts))
    return printable("; ".join(parts))


def _who(label: str, parties: Sequence[Party]) -> list[str]:
    return [
        f"{label}: {party.text} ({' '.join([party.country or '-', *(sector.value for sector in party.sectors)])})"
        for party in parties
    ]

"""How a text ends and how it is left, in words."""

from foedus.schema import Exit, Instrument, Model, Term
from foedus.words import day, inside, joined, lasting

_SILENT = {"not_found": "not found in what was seen", "stated_absent": "none, as the text says"}


def term(model: Model, text: Instrument) -> str | None:
    """How long a text lasts; None where the model does not say."""
    match text.term:
        case None | str():
            return _SILENT.get(text.term or "")
        case Term() as said:
            fact = model.facts.get(said.ends_when or "")
            parts = (
                lasting(said.duration) if said.duration else "",
                f"until {day(said.until)}" if said.until else "",
                f"until {inside(model, fact.title)}" if fact else "",
                "without end" if said.indefinite else "",
            )
            return joined([each for each in parts if each], "or") or None


def leaving(text: Instrument) -> str | None:
    """How a party leaves a text, or how it is brought to an end; None where the model does not say."""
    match text.exit:
        case None | str():
            return _SILENT.get(text.exit or "")
        case Exit() as said:
            parts = (
                f"notice of {lasting(said.notice)}" if said.notice else "",
                f"not before {lasting(said.earliest)}" if said.earliest else "",
                said.ground or "",
            )
            return joined([each for each in parts if each], "and") or None

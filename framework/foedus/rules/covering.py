"""What several rules ask of response coverage."""

from collections.abc import Sequence

from foedus.analyses.cells import Word, firmest
from foedus.analyses.coverage import Coverage
from foedus.place import Route
from foedus.rules.wording import named
from foedus.schema import Event, Model, Phase


def kind_of(event: Event) -> str:
    """How far it goes and by which means: `conventional, war`."""
    return ", ".join(word for word in (event.attack_class, event.severity) if word)


def unanswered(found: Coverage, event: str) -> bool:
    """True where nothing whatever answers it, in any phase and reading."""
    return not any(cell.replies for phase in found.phases for cell in found.across(event, phase.id))


def at_best(found: Coverage, event: str, phase: str) -> Word | None:
    """The firmest word that a cell could come to in any reading; None where the model cannot be played."""
    words = [cell.at_best for cell in found.across(event, phase)]
    return firmest(words) if words else None


def however_read(found: Coverage) -> str:
    """`in any reading`, or the one reading under which the model is checked."""
    reading = found.project.reading
    return "in any reading" if reading is None else f"if it is read as `{reading}`"


def in_phases(found: Coverage, some: Sequence[Phase]) -> str:
    """`` in `ceasefire` and `collapse` ``; nothing where it is so in all of them."""
    return "" if len(some) == len(found.phases) else f" in {named(phase.id for phase in some)}"


def answering(model: Model, found: Coverage, event: str) -> tuple[tuple[Route, str], ...]:
    """The provisions that answer it in some phase and reading, and how."""
    replies = {
        reply.provision: "to talk, to set up or to watch only" if reply.beside else "this answers it"
        for phase in found.phases
        for cell in found.across(event, phase.id)
        for reply in cell.replies
        if reply.provision in model.provisions
    }
    return tuple((model.provisions[key].route, words) for key, words in sorted(replies.items()))

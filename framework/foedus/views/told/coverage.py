"""Response coverage in words: attack by attack, phase by phase, and where each answer is written."""

from collections import defaultdict

from foedus.analyses.coverage import Coverage
from foedus.schema import Event, Provision
from foedus.views.account import clause, left_open, short
from foedus.views.captions import source_line, status
from foedus.views.coverage import TITLE, absent, differing, numbered, reasons, said, sort_of, titled
from foedus.views.document import Block, Document, Facts, Paragraph, Section
from foedus.words import inside, joined, numbers, plain

LEAD = (
    "For each attack or threat of the model and each of its phases: is somebody obliged to act (must), "
    "expressly free to (may), is it nobody, or can it not be said? Whoever is named to find something is "
    "taken to find what is so. What is owed anyway is no answer to an attack. To talk, to set something up "
    "and to watch are told apart."
)


def view(found: Coverage) -> Document:
    """The whole as a document."""
    framework = found.project.model.framework
    return Document(
        title=TITLE,
        tag=" · ".join((framework.title if framework else found.project.name, *status(found.project))),
        source=source_line(found.project),
        summary=LEAD,
        sections=sections(found),
    )


def sections(found: Coverage) -> tuple[Section, ...]:
    """The attacks with who answers each, then the provisions that answer; empty where there is no attack."""
    if not found.cells:
        none = "The model has no event with an `attack_class` or a `severity`, so there is nothing to answer."
        if found.events:
            none = "The model cannot be played: `foedus check` says why."
        return (Section("Who answers which attack", "coverage", (Paragraph(none),)),)
    left_out = (Paragraph(f"{absent(found)}.", quiet=True),) if absent(found) else ()
    attacks: list[Block] = [_attack(found, event) for event in found.events]
    answers = tuple(_answer(found, each) for each in _answering(found))
    listed = (Facts("Each with its verb, what leaves it open, its clause and its place", "", answers),)
    return (
        Section("Who answers which attack", "coverage", (*attacks, *left_out)),
        *([Section("The provisions that answer", "coverage-provisions", listed)] if answers else []),
    )


def _attack(found: Coverage, event: Event) -> Facts:
    """One attack: what each phase says, phases that say the same together."""
    groups: dict[str, list[str]] = defaultdict(list)
    for phase in found.phases:
        groups[_cell(found, event, phase.id)].append(phase.title)
    rows = tuple((_phases(found, titles), text) for text, titles in groups.items())
    place = str(found.project.where(event.route))
    sort = sort_of(found.project.model, event)
    return Facts(f"{event.title} ({sort})", "", rows, f"attack-{event.id}", place)


def _phases(found: Coverage, titles: list[str]) -> str:
    if len(titles) == len(found.phases) > 1:
        return "In every phase"
    return joined([titles[0], *(inside(found.project.model, each) for each in titles[1:])], "and")


def _cell(found: Coverage, event: Event, phase: str) -> str:
    plain, *rivals = found.across(event.id, phase)
    model = found.project.model
    beside = [each for each in plain.replies if each.beside]
    parts = [
        said(model, plain),
        reasons(plain),
        f"only to talk, set up or watch: {numbered(model, beside)}" if beside else "",
        differing(plain, rivals, titled(model)),
    ]
    return "; ".join(part for part in parts if part)


def _answering(found: Coverage) -> list[Provision]:
    """The provisions that answer in some cell of the text as it stands, in order of their numbers."""
    model = found.project.model
    those = {reply.provision for cell in found.cells if cell.reading is None for reply in cell.replies}
    order = list(numbers(model))
    return [model.provisions[each] for each in sorted(those, key=order.index)]


def _answer(found: Coverage, provision: Provision) -> tuple[str, str]:
    """A provision with its verb, what leaves it open, its clause and its place."""
    model = found.project.model
    verb = f"“{plain(provision.wording)}”" if provision.wording else "verb not stated"
    parts = [verb, *_open(found, provision), clause(model, provision), short(found.project, provision.route)]
    return f"{numbers(model)[provision.id]} {provision.title}", "; ".join(parts)


def _open(found: Coverage, provision: Provision) -> list[str]:
    """What leaves its answer open, with the place of each."""
    unknowns = {
        unknown
        for cell in found.cells
        if cell.reading is None
        for reply in cell.replies
        if reply.provision == provision.id
        for unknown in reply.unknowns
    }
    return [left_open(found.project, each) for each in sorted(unknowns)]

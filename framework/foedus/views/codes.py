"""The computed codes of a model as a document: scheme by scheme, each code with the clauses that give it."""

from collections.abc import Iterator

from foedus.coding import NOT_CODED, NOT_FOUND, SCHEMES, Code, Scheme
from foedus.load import Project
from foedus.views.captions import source_line, tag
from foedus.views.document import Block, Document, Facts, Paragraph, Section

CAVEAT = (
    "Computed from this model; no scheme's own code. A scheme's codes are given by people who read the whole "
    "text. Shares say how common a code is among coded agreements; they forecast nothing."
)


def view(project: Project, codes: tuple[Code, ...]) -> Document:
    """The codes of a model, with what no clause answers named at the end of each scheme."""
    framework = project.model.framework
    sections = (_section(project, scheme, codes) for scheme in SCHEMES)
    return Document(
        title=f"Computed codes: {framework.title if framework else project.name}",
        tag=tag(project),
        source=source_line(project),
        summary=CAVEAT,
        sections=tuple(each for each in sections if each.blocks),
    )


def _section(project: Project, scheme: Scheme, codes: tuple[Code, ...]) -> Section:
    own = [each for each in codes if each.scheme == scheme]
    blocks: list[Block] = [_answered(project, each) for each in own if each.clauses]
    blocks += _unanswered(own)
    return Section(f"{scheme.title} ({scheme.source})", scheme.id, tuple(blocks))


def _answered(project: Project, code: Code) -> Facts:
    rows = [(clause.title, str(project.where(clause.route))) for clause in code.clauses]
    rows += [("Published", f"{rate.share} of {rate.population}") for rate in code.rates]
    return Facts(f"{code.name}: {code.question}: {code.value}", sentence_of(code), tuple(rows))


def sentence_of(code: Code) -> str:
    """How the value follows, as a sentence."""
    return f"Rule: {code.rule}."


def _unanswered(codes: list[Code]) -> Iterator[Paragraph]:
    """The questions that no clause answers, by what is said of them."""
    silent = [each for each in codes if not each.clauses]
    for value in sorted({each.value for each in silent} - {NOT_FOUND, NOT_CODED}):
        yield from _listed(value, [each for each in silent if each.value == value])
    yield from _listed(NOT_FOUND, [each for each in silent if each.value == NOT_FOUND])
    yield from _listed(NOT_CODED, [each for each in silent if each.value == NOT_CODED])


def _listed(value: str, codes: list[Code]) -> Iterator[Paragraph]:
    if codes:
        questions = "; ".join(f"{each.question} ({each.name})" for each in codes)
        yield Paragraph(f"{value[:1].upper()}{value[1:]}: {questions}.", quiet=True)

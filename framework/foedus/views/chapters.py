"""The chapters of a report and of a dossier: what a model says, what was found, what is open.

`cite` says how sources are cited: in full, or by their number in the list of sources.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from foedus.finding import Finding, Severity
from foedus.graph import Graph
from foedus.load import Project
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.schema import SECTIONS, Instrument, Model, Question, SourceDocument, history
from foedus.views import provision_facts
from foedus.views.captions import source_line, tag
from foedus.views.document import Block, Bullets, Document, Facts, Figure, Paragraph, Section, Table
from foedus.views.ending import leaving, term
from foedus.views.provision_facts import Cite, cited
from foedus.waivers import Waived, Weighed
from foedus.words import component_list, day, finder, joined, lasting, name, names, plain, provisions_of


def bound(project: Project, sections: Iterable[Section]) -> Document:
    """The chapters that say something as one document, under the title of the model."""
    framework = project.model.framework
    return Document(
        title=framework.title if framework else project.name,
        tag=tag(project),
        source=source_line(project),
        summary=framework.summary or "" if framework else "",
        sections=tuple(section for section in sections if section.blocks),
    )


def components(
    graph: Graph, cite: Cite = cited, figures: Mapping[str, tuple[Figure, ...]] | None = None
) -> Iterator[Section]:
    """The provisions, component by component, after its own `figures`; first those that frame them all."""
    model, shown = graph.model, figures or {}
    frame = provisions_of(model, None)
    if frame:
        text = "What applies to all components."
        told = (provision_facts.facts(graph, each, cite) for each in frame)
        yield Section("Frame", "frame", (Paragraph(text, quiet=True), *told))
    for component in component_list(model):
        blocks: list[Block] = [Paragraph(component.summary)] if component.summary else []
        blocks += shown.get(component.id, ())
        blocks += [provision_facts.facts(graph, each, cite) for each in provisions_of(model, component.id)]
        yield Section(
            f"{component.order}. {component.title}", component.id, tuple(blocks), hue=component.order
        )


def deciding(graph: Graph) -> Section:
    """Who turns which fact into a finding, and how."""
    model = graph.model
    rows = tuple(
        (
            each.title,
            finder(model, each),
            plain(each.decision_rule),
            plain(each.on_deadlock),
            lasting(each.deadline) if each.deadline else "none stated",
        )
        for each in model.determinations.values()
    )
    if not rows:
        return Section("Who decides", "who-decides", ())
    head = ("Finding", "Who finds", "How it is decided", "If it deadlocks", "Within")
    return Section("Who decides", "who-decides", (Table(head, rows),))


def texts(model: Model) -> Section:
    """The texts: how far each has come, who consented, how it ends."""
    rows = tuple(
        (each.title, plain(each.form), _statuses(each), _consents(model, each), _ending(model, each))
        for each in model.instruments.values()
    )
    head = ("Text", "Form", "Status", "Consent", "Term and exit")
    return Section("The texts and how far they have come", "texts", (Table(head, rows),) if rows else ())


def _statuses(text: Instrument) -> str:
    return "; ".join(_dated(each.value, each.on) for each in history(text.status)) or "not stated"


def _dated(word: str, on: date | None) -> str:
    return f"{plain(word)} ({day(on)})" if on is not None else plain(word)


def _consents(model: Model, text: Instrument) -> str:
    """Who gave which consent, those together who gave the same on the same days."""
    alike: dict[str, list[str]] = {}
    for actor, consent in text.parties.items():
        given = ", ".join(_dated(each.value, each.on) for each in history(consent))
        alike.setdefault(given, []).append(name(model, actor))
    return "; ".join(f"{given}: {joined(who, 'and')}" for given, who in alike.items()) or "not stated"


def _ending(model: Model, text: Instrument) -> str:
    said = (("term", term(model, text)), ("exit", leaving(text)))
    if not any(words for _, words in said):
        return "not recorded in the model"
    return "; ".join(f"{what}: {words or 'not recorded in the model'}" for what, words in said)


def found(model: Model, weighed: Weighed) -> Section:
    """The findings by rule, worst first, each rule with what it means; then what is waived, and why."""
    findings = weighed.findings
    blocks: list[Block] = [Paragraph(_counted(findings), quiet=True)]
    pages = {rule.CODE: page(rule) for rule in RULES}
    for code in sorted({each.code for each in findings}, key=lambda code: (-_worst(findings, code), code)):
        own = [each for each in findings if each.code == code]
        about = pages.get(code)
        title = f"{code} {about.title}" if about is not None else code
        rows = tuple((_about(model, each), _finding(each)) for each in own)
        why = about.text.split("\n\n")[0].replace("\n", " ") if about is not None else ""
        blocks.append(Facts(f"{title} ({own[0].severity.word})", why, rows, anchor=f"finding-{code.lower()}"))
    if weighed.waived:
        rows = tuple((_about(model, each.finding), _waived(each)) for each in weighed.waived)
        why = "Findings that the model's authors set aside, each for the reason that they give."
        blocks.append(Facts("Waived", why, rows, anchor="waived"))
    return Section("Findings", "findings", tuple(blocks))


def _waived(waived: Waived) -> str:
    until = f" (until {day(waived.waiver.until)})" if waived.waiver.until is not None else ""
    return f"{waived.finding.code}: {waived.finding.message}. Waived{until}: {waived.waiver.reason}."


def _about(model: Model, finding: Finding) -> str:
    """What a finding is about, by its title, and the place."""
    section, _, key = finding.element.partition("/")
    elements = model.section(section) if section in SECTIONS else {}
    title = elements[key].title if key in elements else ""
    return f"{title} ({finding.span})" if title else str(finding.span)


def _finding(finding: Finding) -> str:
    return finding.message + (f" ({finding.hint})" if finding.hint else "")


def _worst(findings: tuple[Finding, ...], code: str) -> int:
    return max(int(each.severity) for each in findings if each.code == code)


_COUNTED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def _counted(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "Nothing was found."
    counts = [
        f"{number} {_COUNTED[severity]}{'s' if number > 1 else ''}"
        for severity in reversed(Severity)
        if (number := sum(each.severity == severity for each in findings))
    ]
    return f"A finding is a statement about the text or about the model: {joined(counts, 'and')}."


def unanswered(graph: Graph, cite: Cite = cited) -> Section:
    """The open questions."""
    lead = "What no source seen answers."
    return _questions(graph, "open", "Open questions", "open-questions", lead, cite)


def conflicts(graph: Graph, cite: Cite = cited) -> Section:
    """What sources say differently."""
    lead = "Rival statements stand side by side, each with its source; none is averaged away."
    return _questions(graph, "conflict", "Where sources differ", "conflicts", lead, cite)


def _questions(graph: Graph, kind: str, title: str, anchor: str, lead: str, cite: Cite) -> Section:
    asked = [each for each in graph.model.questions.values() if each.kind == kind]
    blocks = tuple(_question(graph, each, cite) for each in asked)
    return Section(title, anchor, (Paragraph(lead, quiet=True), *blocks) if blocks else ())


def _question(graph: Graph, question: Question, cite: Cite) -> Facts:
    rows = [
        (cite(graph.model, answer.sources) or "source not given", answer.says) for answer in question.answers
    ]
    if question.modelled_as:
        rows.append(("In the model", question.modelled_as))
    if question.touches:
        rows.append(("Touches", ", ".join(question.touches)))
    place = str(graph.project.where(question.route))
    return Facts(question.title, question.summary or "", tuple(rows), question.id, place)


def readings(model: Model) -> Section:
    """The readings under which the model can be played, and who holds each."""
    rows = tuple(
        (
            each.id,
            plain(each.kind),
            each.title,
            names(model, each.holder) or "nobody named",
            each.summary or "",
        )
        for each in model.readings.values()
    )
    head = ("Reading", "Kind", "What it says", "Who holds it", "About it")
    return Section("Readings", "readings", (Table(head, rows),) if rows else ())


def sources(model: Model, *, is_numbered: bool = False) -> Section:
    """The documents that the model cites, in its order."""
    listed = tuple(provision_facts.reference(each, _after(model, each)) for each in model.sources.values())
    return Section("Sources", "sources", (Bullets(listed, is_numbered),) if listed else ())


def _after(model: Model, document: SourceDocument) -> tuple[str, ...]:
    """The titles of the documents that another is taken from."""
    return tuple(model.sources[key].title for key in document.derived_from if key in model.sources)

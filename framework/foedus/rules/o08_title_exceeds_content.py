"""What is called a guarantee or a defence holds duties to talk only.

A title promises what its clauses may not. The Budapest Memorandum of 1994 is on "security assurances";
what it has anybody do, beyond abstaining, is to consult and to seek action of the Security Council. The
word on the cover decides how a promise is remembered, the verb inside decides what is owed.

Bad:

    components:
      assurances: {order: 1, title: Security assurances}  # <- O08
    provisions:
      consultation:
        title: Consult if a question arises
        component: assurances
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: question

Good:

    components:
      assurances: {order: 1, title: Consultations}
    provisions:
      consultation:
        title: Consult if a question arises
        component: assurances
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: question
"""

import re
from collections.abc import Iterator, Sequence

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.running import running
from foedus.rules.wording import how_many
from foedus.schema import Provision

CODE = "O08"
NAME = "title-exceeds-content"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

STRONG = re.compile(
    r"\b(guarantees?|assurances?|protection|mutual assistance|(?:collective |common |mutual )?defen[cs]e)\b"
    r"(?! (?:co-?operation|policy|industr\w*|minist\w*|dialogue|consultations?))",
    re.IGNORECASE,
)
"""Titles that promise more than talk."""
ABSTAINING = ("nonaggression", "neutrality")
"""Duties to leave something undone: they are no help to anybody who is attacked by another."""
TALK = (
    "consultation", "diplomatic_action", "institutional", "joint_commission", "dispute_resolution",
    "defense_policy_coordination",
)  # fmt: skip


def check(graph: Graph) -> Iterator[Problem]:
    """The system, each text and each component that is called more than its duties are."""
    model = graph.model
    every = running(model)
    by_part: dict[tuple[str, str], list[Provision]] = {}
    for provision in every:
        for where, key in (("components", provision.component), ("instruments", provision.instrument)):
            by_part.setdefault((where, key or ""), []).append(provision)
    told = False
    for part in (*model.components.values(), *model.instruments.values()):
        problem = _problem(part.title, part.at("title"), by_part.get((part.section, part.id), []))
        if problem is not None:
            told = True
            yield problem
    if model.framework is not None and not told:
        problem = _problem(model.framework.title, model.framework.at("title"), every)
        if problem is not None:
            yield problem


def _problem(title: str, place: Route, provisions: Sequence[Provision]) -> Problem | None:
    if (word := STRONG.search(title)) is None:
        return None
    owed = [each for each in provisions if each.modality == "must" and not each.undeveloped]
    duties = [each for each in owed if each.kind not in ABSTAINING]
    if not provisions or any(each.kind not in TALK for each in duties):
        return None
    are = "is" if len(duties) == 1 else "are"
    only = f"its {how_many(len(duties), 'duty')} to act {are} to talk or to set up"
    if not duties:
        only = "it holds no duty to act"
    message = f"called “{word[0].lower()}”, and {only}"
    hint = "if this is the title of the text, keep this; else call it by what it holds"
    related = tuple((each.at("kind"), "what is owed") for each in duties)
    return Problem(place, message, hint, related)

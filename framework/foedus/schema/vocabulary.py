"""The closed lists of words that a model may use.

What each word means, and the scheme it is from, stands in `data/vocabularies.yaml`; a test holds the
two together.
"""

from typing import Any, Literal, TypeAlias, get_args

ProvisionKind: TypeAlias = Literal[
    "defense", "offense", "neutrality", "nonaggression", "consultation",
    "ceasefire", "withdrawal", "demilitarization", "arms_limitation",
    "monitoring", "verification", "peacekeeping", "force_deployment",
    "guarantee", "enforcement", "dispute_resolution", "joint_commission",
    "military_aid", "training", "basing", "integrated_command", "defense_policy_coordination",
    "joint_exercises", "procurement", "research", "intelligence_sharing", "industrial_production",
    "disarmament", "prisoner_release", "amnesty", "elections", "constitutional_reform", "border_control",
    "humanitarian_access", "sanctions", "economic_aid", "diplomatic_action", "institutional",
]  # fmt: skip
Modality: TypeAlias = Literal["must", "must_not", "may"]
Position: TypeAlias = Literal["duty", "prohibition", "privilege", "power"]
Wording: TypeAlias = Literal[
    "announced",
    "intends",
    "stands_ready",
    "agreed_to_finalise",
    "agreed_to_continue",
    "will",
    "reaffirms",
    "shall",
]
"""How firmly the text speaks, from weakest to strongest."""
Bindingness: TypeAlias = Literal["legal", "political"]
Discretion: TypeAlias = Literal["none", "means", "whether_and_means"]
Responsibility: TypeAlias = Literal["several", "joint", "joint_and_several", "unspecified"]
Performance: TypeAlias = Literal["achievement", "maintenance"]
ProvisionStatus: TypeAlias = Literal["proposed", "to_be_finalised", "agreed", "dropped"]
Delivery: TypeAlias = Literal["announced", "committed", "allocated", "delivered"]

ActorKind: TypeAlias = Literal[
    "state", "organisation", "coalition", "force", "armed_forces", "armed_group", "parliament", "office"
]
BodyKind: TypeAlias = Literal["commission", "mission", "headquarters", "cell", "council", "court"]
BodyFunction: TypeAlias = Literal[
    "detect", "verify", "attribute", "decide", "recommend", "execute", "coordinate", "command"
]
BodyStatus: TypeAlias = Literal["proposed", "to_be_established", "established", "operational", "dissolved"]
DecisionRule: TypeAlias = Literal[
    "unanimity", "consensus", "qualified_majority", "majority", "lead_decides", "unspecified"
]
OnDeadlock: TypeAlias = Literal["established", "rejected", "undetermined", "unspecified"]

InstrumentForm: TypeAlias = Literal[
    "treaty", "agreement", "memorandum", "declaration", "declaration_of_intent", "statement",
    "resolution", "plan", "statute", "announcement",
]  # fmt: skip
InstrumentStatus: TypeAlias = Literal[
    "proposed", "under_negotiation", "agreed_in_principle", "initialled", "adopted", "signed",
    "provisionally_applied", "in_force", "suspended", "terminated", "superseded", "dropped",
]  # fmt: skip
Consent: TypeAlias = Literal["none", "endorsed", "signed", "ratified", "acceded", "reservation", "withdrawn"]

FactKind: TypeAlias = Literal["brute", "institutional", "capacity"]
FactNature: TypeAlias = Literal["request", "state", "approval", "instrument", "resource"]
Concept: TypeAlias = Literal[
    "end_of_fighting", "attack", "threat", "breach", "consent", "decision", "legal_basis", "capability"
]
AttackClass: TypeAlias = Literal["conventional", "nuclear", "hybrid", "cyber"]
Severity: TypeAlias = Literal["threat", "display", "use", "war"]
Determiner: TypeAlias = Literal[
    "automatic", "beneficiary", "each_obligor", "any_obligor", "lead_state", "collective", "body",
    "un_security_council", "unspecified",
]  # fmt: skip
Outcome: TypeAlias = Literal["established", "rejected", "deadlocked"]

State: TypeAlias = Literal[
    "INACTIVE", "STANDBY", "PENDING", "ACTIVE", "SUSPENDED", "FULFILLED", "BREACHED", "LAPSED", "TERMINATED"
]
ChoiceRule: TypeAlias = Literal["open", "exercise", "decline"]
ReadingKind: TypeAlias = Literal["interpretation", "draft", "what_if"]
QuestionKind: TypeAlias = Literal["open", "conflict"]
Reason: TypeAlias = Literal["concluded", "determination", "fact", "discretion", "capacity", "timer"]

Basis: TypeAlias = Literal["verbatim", "paraphrase", "inferred", "assumed", "disputed"]
Confidence: TypeAlias = Literal["high", "moderate", "low"]
SourceKind: TypeAlias = Literal["instrument", "official_statement", "press_report", "digest", "dataset"]
Version: TypeAlias = Literal["draft", "final", "later"]
Comparator: TypeAlias = Literal["exactly", "about", "at_least", "at_most", "more_than"]
Handling: TypeAlias = Literal["public", "partners", "internal", "named"]
"""Who may read an element, from the widest circle to the narrowest."""

VOCABULARIES: dict[str, Any] = {
    "provision-kind": ProvisionKind,
    "modality": Modality,
    "position": Position,
    "wording": Wording,
    "bindingness": Bindingness,
    "discretion": Discretion,
    "responsibility": Responsibility,
    "performance": Performance,
    "provision-status": ProvisionStatus,
    "delivery": Delivery,
    "actor-kind": ActorKind,
    "body-kind": BodyKind,
    "body-function": BodyFunction,
    "body-status": BodyStatus,
    "decision-rule": DecisionRule,
    "on-deadlock": OnDeadlock,
    "instrument-form": InstrumentForm,
    "instrument-status": InstrumentStatus,
    "consent": Consent,
    "fact-kind": FactKind,
    "fact-nature": FactNature,
    "concept": Concept,
    "attack-class": AttackClass,
    "severity": Severity,
    "determiner": Determiner,
    "outcome": Outcome,
    "state": State,
    "choice-rule": ChoiceRule,
    "reading-kind": ReadingKind,
    "question-kind": QuestionKind,
    "reason": Reason,
    "basis": Basis,
    "confidence": Confidence,
    "source-kind": SourceKind,
    "version": Version,
    "comparator": Comparator,
    "handling": Handling,
}
"""Every closed list by the id that the vocabulary register gives it."""


def words(vocabulary: str) -> tuple[str, ...]:
    """The words of one list, in the order in which the schema declares them."""
    return get_args(VOCABULARIES[vocabulary])

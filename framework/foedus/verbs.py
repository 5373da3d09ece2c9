"""How firmly a sentence speaks: the verb by which it says that something is owed, and what a provision bears.

The verbs looked for are few. A sentence that keeps a weaker verb beside a strong one ("agreed to finalise
binding commitments"), denies it ("nobody must"), or asks ("who must?") says no more than the weaker one.
"""

import re

from foedus.schema import Provision

_VERBS = (
    r"(must|shall|will|ow(?:es?|ed)|guarantee(?:s|d)?|defends?|ensures?|binding|obliged|automatic(?:ally)?"
    r"|undertakes?|commits|pledges?)\b"
)
STRONG = re.compile(rf"\b{_VERBS}", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(may|might|could|can|cannot|if|option(?:s|al)?|intend\w*|intent\w*|propos\w*|plan\w*|finali[sz]\w*"
    r"|negotiat\w*|prepar\w*|stands? ready|ready to|seeks?|announc\w*|voluntar\w*|choos\w*|choice|not stated"
    r"|whether|at best)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    rf"\b(nobody|no one|none|nothing|no \w+|not|never|neither)\b(?:\W+\w+){{0,3}}?\W+{_VERBS}", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")

WEAK = ("announced", "intends", "stands_ready", "agreed_to_finalise")
"""The verbs under which nothing is owed yet."""


def says_owed(sentence: str) -> str | None:
    """The strong verb of a sentence in which something is owed, in lower case; None where it says less.

    What stands in quotation marks is another's word and does not count.
    """
    said = _QUOTED.sub("", sentence)
    strong = STRONG.search(said)
    if strong is None or HEDGED.search(said) or DENIED.search(said) or said.rstrip().endswith("?"):
        return None
    return strong[0].lower()


def bears_duty(provision: Provision) -> bool:
    """Whether a sentence on a provision may say that something is owed: it is no permission, and its verb
    is not one under which nothing is owed yet."""
    return provision.modality != "may" and provision.wording not in WEAK

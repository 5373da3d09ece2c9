"""The questions that are asked of every system, in the order in which a reader asks them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.views.compared import decided, promised, texts, watched
from foedus.views.compared.answers import Answer


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question, and how a model answers it."""

    id: str
    title: str
    question: str
    answers: Callable[[Graph], Iterator[Answer]]


ASPECTS: tuple[Aspect, ...] = (
    Aspect("parties", "Who promises, to whom", "Who owes an answer, and to whom?", promised.parties),
    Aspect("trigger", "Trigger", "What must happen for an answer to be owed?", promised.trigger),
    Aspect("decider", "Who decides", "Who finds that it has happened?", decided.decider),
    Aspect("response", "Response", "What is owed or permitted then?", promised.response),
    Aspect("wording", "Wording", "How firmly does the text speak?", promised.wording),
    Aspect("bindingness", "Form and bindingness", "What sort of text is it, and does it bind?", texts.form),
    Aspect("coverage", "Attacks answered", "Which attacks must or may somebody answer?", watched.coverage),
    Aspect("monitor", "Monitor", "Who watches?", watched.monitor),
    Aspect("consultation", "Time to consult", "How soon must the parties consult?", promised.consultation),
    Aspect("vetoes", "Vetoes in bodies", "Who can keep a body from deciding?", decided.vetoes),
    Aspect("veto-players", "Veto players", "Who alone can keep an outcome from coming about?", decided.alone),
    Aspect("exit", "Term and exit", "How long does it last, and how does one leave?", texts.term_and_exit),
)

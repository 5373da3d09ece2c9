"""What all nouns share: they are frozen, they forbid what they do not know, they carry their source."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from foedus.place import Route
from foedus.schema.vocabulary import Basis, Confidence, Handling

UNSPECIFIED = "unspecified"
"""The one reserved actor: the text names nobody."""

WITHHELD: Literal["withheld"] = "withheld"
"""The one reserved document: there is one, and it is not named to whoever reads this."""

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ID_LENGTH = 64
"""An id is lower-case words joined by `-`, of at most so many characters."""

DAY_FORM = "a day is written 2026-01-06: year, month, day"

QUOTE_WORDS = 12
TITLE = 300
"""Characters of a title, at most."""


class Refers:
    """Marks a text as the id of an element of one of these sections."""

    __slots__ = ("sections",)

    def __init__(self, *sections: str) -> None:
        self.sections = sections


ActorRef: TypeAlias = Annotated[str, Refers("actors", "bodies")]
BodyRef: TypeAlias = Annotated[str, Refers("bodies")]
ComponentRef: TypeAlias = Annotated[str, Refers("components")]
InstrumentRef: TypeAlias = Annotated[str, Refers("instruments")]
FactRef: TypeAlias = Annotated[str, Refers("facts")]
EventRef: TypeAlias = Annotated[str, Refers("events")]
DeterminationRef: TypeAlias = Annotated[str, Refers("determinations")]
ProvisionRef: TypeAlias = Annotated[str, Refers("provisions")]
ReadingRef: TypeAlias = Annotated[str, Refers("readings")]
ScenarioRef: TypeAlias = Annotated[str, Refers("scenarios")]
SourceRef: TypeAlias = Annotated[str, Refers("sources")]
AnyRef: TypeAlias = Annotated[str, Refers()]
"""The id of an element of whatever section."""


def _day(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("day", "{reason}", {"reason": f"no such day: {error}"}) from None
    if isinstance(value, date):
        return value
    raise PydanticCustomError("day", DAY_FORM, {})


Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "examples": ["2026-01-06"],
        }
    ),
]


_DURATION = r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?"


def _duration(text: str) -> str:
    if not re.fullmatch(_DURATION, text):
        raise PydanticCustomError("duration", "a duration is written PT24H, P14D or P10Y", {})
    return text


Duration: TypeAlias = Annotated[
    str,
    AfterValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": f"^{_DURATION}$", "examples": ["PT24H", "P14D", "P10Y"]}),
]
"""ISO 8601: `PT24H`, `P14D`, `P10Y`."""


def _locator(quote: str) -> str:
    if (count := len(quote.split())) > QUOTE_WORDS:
        raise PydanticCustomError(
            "quote",
            "a quote is a locator of at most {most} words; this has {count}",
            {"most": QUOTE_WORDS, "count": count},
        )
    return quote


Quote: TypeAlias = Annotated[
    str,
    AfterValidator(_locator),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*(\S+(\s+|$)){{0,{QUOTE_WORDS}}}$"}),
]

T = TypeVar("T")


class Noun(BaseModel):
    """Frozen; unknown keys are refused; nothing is converted in silence."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Source(Noun):
    """Where a statement stands: a document of the source register and a place in it."""

    doc: SourceRef | Literal["withheld"]
    """The id of the document in the source register; `withheld` where it is not named to the reader."""
    at: str | None = None
    """The place in it: article, paragraph, line."""
    quote: Quote | None = None
    """At most twelve words, to find the place by; not a copy of the text."""
    lang: str | None = None
    """The language of the quote."""


class Claim(Noun):
    """On what the statement rests, and how sure it is."""

    basis: Basis
    """How the model's words follow from the source."""
    confidence: Confidence | None = None
    """How sure the modeller is that the source says so."""
    disputed_by: tuple[SourceRef | Literal["withheld"], ...] = ()
    """Sources that say otherwise."""


def _one_or_many(value: Any) -> str:
    return "many" if isinstance(value, tuple) else "one"


Sources: TypeAlias = Annotated[
    Annotated[Source, Tag("one")] | Annotated[tuple[Source, ...], Tag("many")],
    Discriminator(_one_or_many),
]


class Sourced(Noun):
    """Anything that may say where it is from."""

    source: Sources | None = None
    """Where this stands; one place or a list of places."""
    claim: Claim | None = None
    """On what it rests, and how sure it is."""
    note: str | None = None
    """A remark for readers of the model."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The places where this stands, none, one or many."""
        if self.source is None:
            return ()
        return (self.source,) if isinstance(self.source, Source) else self.source


class Dated(Sourced, Generic[T]):
    """Something that became so on a day: `{is: signed, on: 2026-01-06}`."""

    value: T = Field(alias="is")
    """What it became."""
    on: Day | None = None
    """The day on which it became so; absent where no source gives one."""


def _history(value: Any) -> str:
    match value:
        case tuple():
            return "many"
        case dict():
            return "one"
        case _:
            return "word"


W = TypeVar("W")
History = TypeAliasType(
    "History",
    Annotated[
        Annotated[W, Tag("word")]
        | Annotated[Dated[W], Tag("one")]
        | Annotated[tuple[Dated[W], ...], Tag("many")],
        Discriminator(_history),
    ],
    type_params=(W,),
)
"""A bare word, a dated word, or a list of dated words."""


def history(value: Any) -> tuple[Dated[Any], ...]:
    """The dated words of a history, oldest first; undated ones come before all others."""
    match value:
        case None:
            return ()
        case Dated():
            return (value,)
        case tuple():
            return tuple(sorted(value, key=lambda dated: dated.on or date.min))
        case _:
            return (Dated[Any].model_construct(value=value, on=None),)


def latest(value: Any, day: date | None) -> Any:
    """The word that holds on a day (the last of all where no day is given), or None."""
    if value is None or isinstance(value, str):  # most are bare words, and this is asked very often
        return value
    held = [dated.value for dated in history(value) if day is None or dated.on is None or dated.on <= day]
    return held[-1] if held else None


class Waive(Noun):
    """A finding that somebody has looked at and sets aside."""

    rule: str
    """The code of the rule, such as T12."""
    reason: str | None = None
    """Why the finding is set aside; without it nothing is."""
    until: Day | None = None
    """The last day on which it is; absent where no end is foreseen."""


class Element(Sourced):
    """Whatever a model gives an id to."""

    section: ClassVar[str]

    id: str
    """The key under which the element stands."""
    title: str = Field(min_length=1, max_length=TITLE)
    """What it is called, in the words of the model; at most 300 characters."""
    summary: str | None = None
    """One or two sentences for readers."""
    label: dict[str, str] | None = None
    """The title in other languages, by language code."""
    as_of: Day | None = None
    """The day for which the element is stated."""
    handling: Handling | None = None
    """Who may read it; absent, as the framework says for all, and else everybody."""
    waive: tuple[Waive, ...] = ()
    """Findings about this element that are set aside, each with its reason."""
    extends: bool = False
    """True where the register has this id too and these fields are laid over its entry."""

    @property
    def route(self) -> Route:
        """The way to this element in the model."""
        return (self.section, self.id)

    def at(self, *steps: str | int) -> Route:
        """The way to something inside this element."""
        return (self.section, self.id, *steps)

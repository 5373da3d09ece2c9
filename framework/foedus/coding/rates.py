"""How common each code is among the agreements that were coded by hand: context, and no forecast.

Shares of the alliances in ATOP 4.01 (Leeds, Ritter, Mitchell and Long 2002, and later versions): all 745,
its 275 defence pacts, and the 160 defence pacts since 1946. Each share is over the rows where the value
is coded.
"""

from foedus.coding.code import Rate

_POPULATIONS = (
    "745 alliances in ATOP 4.01",
    "275 defence pacts in ATOP 4.01",
    "160 defence pacts since 1946 in ATOP 4.01",
)

_ATOP: dict[str, tuple[str, str, str]] = {
    "defcon": ("", "44 %", "26 %"),
    "consul": ("51 %", "51 %", "56 %"),
    "nonagg": ("54 %", "20 %", "32 %"),
    "asymm": ("12 %", "27 %", "19 %"),
    "specthrt": ("21 %", "42 %", "30 %"),
    "milcon": ("15 %", "25 %", "35 %"),
    "intcom": ("4 %", "11 %", "14 %"),
    "base": ("10 %", "23 %", "24 %"),
    "organ": ("20 %", "28 %", "41 %"),
    "renounce": ("13 %", "16 %", "23 %"),
    "speclgth": ("72 %", "65 %", "72 %"),
}

_MEMBER: dict[str, str] = {
    "defcoadv": "26 %",
    "defcoloc": "24 %",
    "defcocon": "10 %",
    "defcodem": "1 %",
    "defconpr": "8 %",
}

_LEEDS_ANAC = ("12 %", "29 %", "32 %")


def atop(name: str) -> tuple[Rate, ...]:
    """The shares of alliances that have this code; none where none is published."""
    shares = _ATOP.get(name, ())
    return tuple(Rate(share, whole) for share, whole in zip(shares, _POPULATIONS, strict=False) if share)


def atop_member(name: str) -> tuple[Rate, ...]:
    """The share of member-level defence obligations that have this condition."""
    share = _MEMBER.get(name)
    return (Rate(share, "994 member-level defence obligations in ATOP 4.01"),) if share else ()


def leeds_anac_high() -> tuple[Rate, ...]:
    """The shares of alliances in the highest class of military institutionalisation."""
    return tuple(Rate(f"{share} high", whole) for share, whole in zip(_LEEDS_ANAC, _POPULATIONS, strict=True))


CONSULTATION_ON_REQUEST = (Rate("10 %", "1,214 consultation obligations in ATOP 4.01"),)
"""The share of consultation obligations that rest on a request."""

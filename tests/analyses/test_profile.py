"""The legalisation profile: every trait names its provisions, and nothing is added up."""

import foedus
from foedus.analyses.legalisation import DIMENSIONS, profiles
from foedus.load import loads

TEXT = """
framework: {title: T, as_of: 2026-01-02, beneficiary: [host]}
components: {help: {title: Help, order: 1}}
facts:
  attack: {title: An attack, kind: brute, initial: false, definition: Crossing of the border by armed forces.}
  vote: {title: A vote, kind: brute, initial: false}
determinations:
  attack-found: {title: F, of: attack, by: unspecified}
provisions:
  defend: {title: D, component: help, order: 1, kind: defense, obligors: [ally], modality: must,
           wording: shall, trigger: attack, deadline: P1D, bindingness: [legal]}
  pay: {title: P, component: help, order: 2, kind: economic_aid, obligors: [unspecified], modality: may,
        trigger: {all: [attack, vote]}, discretion: whether_and_means, status: proposed}
  dropped: {title: X, component: help, order: 3, kind: defense, obligors: [ally], modality: must,
            status: dropped}
"""


def test_each_trait_names_the_provisions_that_have_it() -> None:
    (profile,) = profiles(loads({"model.yaml": TEXT}).model)
    assert {each.says: each.provisions for each in profile.traits if each.provisions} == {
        "duties": ("defend",),
        "permissions": ("pay",),
        "verb “will” or “shall”": ("defend",),
        "said to bind in law": ("defend",),
        "not agreed yet": ("pay",),
        "names who owes it": ("defend",),
        "names a time": ("defend",),
        "turns on defined terms only": ("defend",),
        "leaves means or whether open": ("pay",),
        "turns on a finding by nobody named": ("defend", "pay"),
    }


def test_a_fact_that_is_read_through_a_finding_is_one_on_which_a_provision_turns() -> None:
    through = TEXT.replace("trigger: attack,", "trigger: {finding: attack-found},")
    assert profiles(loads({"model.yaml": through}).model) == profiles(loads({"model.yaml": TEXT}).model)


def test_what_was_dropped_is_not_in_the_profile() -> None:
    (profile,) = profiles(loads({"model.yaml": TEXT}).model)
    assert profile.provisions == ("defend", "pay")


def test_every_profile_of_paris_has_the_same_traits_in_three_dimensions() -> None:
    found = profiles(foedus.read("paris-2026").model)
    assert len(found) == 6
    assert len({tuple((each.dimension, each.says) for each in profile.traits) for profile in found}) == 1
    assert {each.dimension for each in found[0].traits} == set(DIMENSIONS)


def test_duties_prohibitions_and_permissions_of_a_component_are_all_its_provisions() -> None:
    for profile in profiles(foedus.read("paris-2026").model):
        kinds = [
            each.provisions
            for each in profile.traits
            if each.says in ("duties", "prohibitions", "permissions")
        ]
        assert sorted(key for own in kinds for key in own) == sorted(profile.provisions)

"""No sentence of a briefing is stronger than the verb of its source, in whatever form it is printed."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overstated import overstated
from shipped_pages import MODELS, composed, ordered, shipped

from foedus.brief.forms import FORMS
from foedus.load import Project
from foedus.verbs import WEAK, bears_duty, says_owed

Make = Callable[..., Project]

OFFER = """
framework: {title: Offer, as_of: 2026-01-06, beneficiary: [host]}
actors:
  host: {title: Host, kind: state}
  ally: {title: Ally, kind: state}
provisions:
  help: {title: Help the host, kind: defense, obligors: [ally], modality: may}
"""
OWED = OFFER.replace("modality: may", "modality: must, wording: shall")
INTENDED = OFFER.replace("modality: may", "modality: must, wording: intends")


@pytest.mark.parametrize("name", MODELS)
def test_no_claim_of_a_page_is_stronger_than_the_provisions_it_speaks_of(name: str) -> None:
    briefing, _ = composed(name)
    model = shipped(name).model
    said = [part for claim in briefing.claims for part in overstated(model, claim.text, claim.about or None)]
    assert said == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["paris-2026", "uk-ukraine-2024"])
def test_no_sentence_of_a_file_is_stronger_and_structure_is_no_forecast(form: str, name: str) -> None:
    if FORMS[form].missing:
        pytest.skip(str(FORMS[form].missing))
    text = words(FORMS[form].made(ordered(name)), FORMS[form].ending)
    assert overstated(shipped(name).model, text) == ()
    assert "Structure, not forecast" in " ".join(text.split())


def words(data: bytes, ending: str) -> str:
    """What a file says, a paragraph a line."""
    match ending:
        case "pdf":
            return _of_pdf(data)
        case "docx" | "pptx":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [archive.read(each).decode() for each in archive.namelist() if _tells(each)]
            return re.sub(r"<[^>]*>", "", re.sub(r"</[aw]:p>", "\n", "\n".join(parts)))
        case "html":
            return re.sub(r"<[^>]*>", "\n", re.sub(r"(?s)<(script|style)\b.*?</\1>", "", data.decode()))
        case _:
            return data.decode()


def _tells(part: str) -> bool:
    return (
        part.endswith(".xml")
        and re.search(r"document|footnotes|footer|slides/|notesSlides/", part) is not None
    )


def _of_pdf(data: bytes) -> str:
    import shutil
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip("reading a PDF needs poppler-utils")
    ran = subprocess.run(["pdftotext", "-", "-"], input=data, check=True, capture_output=True)
    return ran.stdout.decode()


@pytest.mark.parametrize(
    ("text", "model_text", "found"),
    [
        ("The ally must help.", OFFER, 1),
        ("The ally must help.", INTENDED, 1),
        ("The ally must help.", OWED, 0),
        ("The ally may help.", OFFER, 0),
        ("Nobody is obliged to help.", OFFER, 0),
        ("Must the ally help?", OFFER, 0),
        ("One paper says that it “must help”.", OFFER, 0),
        ("Whether the ally must help cannot be said.", OFFER, 0),
        ("All is well. The ally guarantees the host.", OFFER, 1),
        ("“Help the host” is owed.", OFFER, 1),
    ],
)
def test_a_sentence_is_too_strong_where_it_owes_what_no_provision_does(
    model: Make, text: str, model_text: str, found: int
) -> None:
    assert len(overstated(model(model_text).model, text)) == found


@given(
    st.sampled_from(["may", "must", "must_not"]),
    st.sampled_from([*WEAK, "agreed_to_continue", "will", "shall", None]),
    st.sampled_from(["must", "shall", "will", "is obliged to", "undertakes to", "guarantees to"]),
)
def test_a_strong_verb_passes_exactly_where_the_provision_bears_a_duty(
    modality: str, wording: str | None, verb: str
) -> None:
    from foedus.load import loads

    verbs = f"{modality}, wording: {wording}" if wording else modality
    project = loads({"m.yaml": OFFER.replace("modality: may", f"modality: {verbs}")})
    said = overstated(project.model, f"The ally {verb} help.", ["help"])
    assert bool(said) != bears_duty(project.model.provisions["help"])


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    assert (says_owed(text) is None) or text

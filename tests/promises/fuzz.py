"""`python tests/promises/fuzz.py SECONDS [reader|models]`: inputs led by coverage, for a night.

The target `reader` is what turns bytes into a tree; `models` is the hypothesis test of models made at random.
What fails is kept under `build/failed/`: mend it, and move the file to `tests/regress/`.
"""

import sys
from hashlib import sha256
from pathlib import Path

from hypothesis import given

try:
    import atheris
except ImportError:
    sys.exit("fuzzing needs atheris: pip install atheris (Linux and macOS)")

with atheris.instrument_imports(include=["foedus", "yaml"]):
    from attempts import FAILED, ROOT, attempt, within
    from random_texts import texts_of_models

    from foedus.files import decode
    from foedus.limits import Limits
    from foedus.load import loads
    from foedus.text import read

DICTIONARY = (
    '"- "', '": "', '"? "', '"{"', '"}"', '"["', '"]"', '"&a"', '"*a"', '"!!str"', '"|"', '">"', '"---"',
    '"..."', '"<<"', '"%YAML"', '"\\""', '"#"', '"\\xef\\xbb\\xbf"', '"\\xe2\\x80\\xae"', '"\\x0d"',
    '"provisions:"', '"all:"', '"not:"', '"null"', '"true"',
)  # fmt: skip


def reader(data: bytes) -> None:
    """Bytes to a tree, and every place that is told lies in the text."""
    with within(10):
        document, findings = decode("model.yaml", data)
        if document is not None:
            _, wrong = read(document, Limits())
            findings += wrong
            for each in findings:
                assert 1 <= each.span.column <= len(document.line(each.span.line)) + 1
            loads({"model.yaml": data})


def models(data: bytes) -> None:
    """The bytes as the choices that hypothesis makes."""
    made_at_random.hypothesis.fuzz_one_input(data)


@given(texts_of_models())
def made_at_random(text: str) -> None:
    """As the test of models made at random, without what pytest hands to that."""
    attempt("made at random", {"model.yaml": text.encode("utf-8", "surrogatepass")})


def main() -> None:
    """Fuzz for so many seconds, from the shipped models on."""
    seconds, target = int(sys.argv[1]), (sys.argv[2:] or ["reader"])[0]
    corpus = ROOT / "build" / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    FAILED.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "models").glob("*/*.yaml")) if target == "reader" else ():
        (corpus / sha256(path.read_bytes()).hexdigest()[:16]).write_bytes(path.read_bytes())
    words = Path(corpus.parent / "yaml.dict")
    words.write_text("\n".join(DICTIONARY) + "\n", encoding="utf-8")
    options = [f"-max_total_time={seconds}", f"-dict={words}", f"-artifact_prefix={FAILED}/", "-timeout=20"]
    atheris.Setup([sys.argv[0], str(corpus), *options], {"reader": reader, "models": models}[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

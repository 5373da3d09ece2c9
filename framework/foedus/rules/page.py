"""A rule's page, read from its docstring: what it finds, why it matters, a bad and a good example."""

import re
from dataclasses import dataclass
from textwrap import dedent

from foedus.finding import Severity
from foedus.rules.rule import Rule

_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a rule, in words.

    `bad` and `good` are models; in `bad`, `# <- T03` ends each line on which T03 must be found. Both
    are empty for what no text can show, such as a file that cannot be read.
    """

    code: str
    name: str
    severity: Severity
    strict: Severity
    title: str
    text: str
    bad: str
    good: str

    def markdown(self) -> str:
        """The page as it stands in the reference."""
        lifted = f", {self.strict.word} under `--strict`" if self.strict != self.severity else ""
        head = f"## {self.code} {self.name}"
        parts = [head, f"*{self.severity.word}{lifted}*", f"**{self.title}**", self.text]
        for name, example in (("Bad", self.bad), ("Good", self.good)):
            if example:
                parts.append(f"{name}:\n\n```yaml\n{example}```")
        return "\n\n".join(part for part in parts if part) + "\n"


def page(rule: Rule) -> Page:
    """The page of a rule."""
    title, _, rest = (rule.__doc__ or "").partition("\n")
    examples = {name: dedent(example).strip("\n") + "\n" for name, example in _EXAMPLE.findall(rest + "\n")}
    text = _EXAMPLE.sub("", rest + "\n").strip()
    return Page(
        rule.CODE, rule.NAME, rule.SEVERITY, rule.STRICT, title.rstrip("."), text,
        examples.get("Bad", ""), examples.get("Good", ""),
    )  # fmt: skip

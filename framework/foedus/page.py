"""What is known of a rule in words: its page, which can be told without the rule."""

from dataclasses import dataclass

from foedus.finding import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule finds, why it matters, a bad and a good example.

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

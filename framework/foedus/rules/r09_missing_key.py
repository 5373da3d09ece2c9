"""A key that every such element must have is missing.

Few keys are required, and each because nothing can be said without it: what an element is called, who
owes a promise, whether it is a must or a may, what holds at the beginning. Where the text is silent on
who owes something, `[unspecified]` says so.

Bad:

    facts:
      armed-attack: {title: Armed attack, kind: brute}  # <- R09

Good:

    facts:
      armed-attack: {title: Armed attack, kind: brute, initial: false}
"""

from foedus.finding import Severity

CODE = "R09"
NAME = "missing-key"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None

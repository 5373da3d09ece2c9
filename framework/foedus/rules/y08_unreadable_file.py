"""A file cannot be read.

A name in the model folder ends in `.yaml`, and what bears it is no ordinary file, is too large, may
not be opened, or is a link that leads out of the folder; or it ends in `.yml`, which is not read. It is
passed over, and while it is, nothing is asked of what the rest of the model says. No text can show this.
"""

from foedus.finding import Severity

CODE = "Y08"
NAME = "unreadable-file"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None

"""A file cannot be read.

A name in the model folder ends in `.yaml`, and what bears it is no ordinary file, is too large, may
not be opened, or is a link that leads out of the folder. It is passed over, and the rest of the model
is read without it; findings elsewhere may follow from that. A file that ends in `.yml` is not read either,
and this is a warning, since it may be no part of the model. No text can show this.
"""

from foedus.finding import Severity

CODE = "Y08"
NAME = "unreadable-file"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None

"""A file is not UTF-8 text.

Models are plain text in UTF-8, so that every editor, every reviewer and every machine reads the same
characters. A file saved in another encoding, or an office document with a `.yaml` name, is not read at
all; the message names the first byte that does not fit. No text can show this.
"""

from foedus.finding import Severity

CODE = "Y01"
NAME = "not-utf8"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None

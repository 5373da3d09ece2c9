"""A setting has a value that it cannot have.

A list stands where a word belongs, a word that is no rule or format, a number below nothing. The setting
is passed over, and the rest of the file holds; nothing is guessed.
"""

from foedus.finding import Severity

CODE = "K02"
NAME = "wrong-setting"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the settings are read

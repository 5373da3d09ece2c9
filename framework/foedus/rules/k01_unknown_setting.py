"""A settings file sets something that there is not.

A misspelt setting would change nothing, and a check that is believed to be strict would not be. Settings
stand in `foedus.toml`, or under `[tool.foedus]` in `pyproject.toml`, and bear the names of the options of
`foedus check`: `select`, `ignore`, `strict`, `fail-on`, `max-warnings`, `baseline`, `format`, `show-waived`.
"""

from foedus.finding import Severity

CODE = "K01"
NAME = "unknown-setting"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the settings are read

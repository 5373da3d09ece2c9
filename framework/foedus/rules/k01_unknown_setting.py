"""A settings file sets something that there is not.

A misspelt setting would change nothing, and a check that is believed to be strict would not be. Settings
stand in `foedus.toml`, or under `[tool.foedus]` in `pyproject.toml`; what may be set is listed with
`foedus check` in the page on checking in CI.
"""

from foedus.finding import Severity

CODE = "K01"
NAME = "unknown-setting"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when the settings are read

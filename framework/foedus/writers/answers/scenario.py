"""A scenario as YAML that a model's folder can hold."""

from typing import Any

import yaml

from foedus.schema import Scenario


def write(scenario: Scenario) -> str:
    """The scenario under its section, without what is at its default."""
    fields = scenario.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    fields["steps"] = [_plain(step) for step in fields["steps"]]
    whole = {"scenarios": {scenario.id: fields}}
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=100)


def _plain(step: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in step.items() if value not in (None, [], {})}

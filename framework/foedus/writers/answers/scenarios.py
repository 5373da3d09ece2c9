"""Scenarios as a YAML file that a model's folder can hold, or `foedus play --with` can read."""

from collections.abc import Iterable
from typing import Any

from foedus.schema import Scenario


def write(scenarios: Iterable[Scenario], *notes: str) -> str:
    """The scenarios by id, under comments that say what they are."""
    import yaml

    class Plain(yaml.SafeDumper):
        """Writes what the language reads: no anchors and no aliases."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    told = {each.id: _fields(each) for each in scenarios}
    text = yaml.dump(
        {"scenarios": told},
        Dumper=Plain,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=100,
    )
    return "".join(f"# {note}\n" for note in notes) + f"\n{text}"


def _fields(scenario: Scenario) -> dict[str, Any]:
    return scenario.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_defaults=True)

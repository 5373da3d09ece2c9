"""The hooks that other repositories use: pre-commit's, and the steps of the GitHub action, run for real."""

import importlib.util
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

Git = Callable[..., str]

ROOT = Path(__file__).parent.parent.parent

GOOD = "framework: {title: A pact, as_of: 2026-01-06, beneficiary: [ukraine]}\n"
BAD = GOOD.replace("ukraine", "ukrane")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

needs_pre_commit = pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None, reason="needs pre-commit: pip install pre-commit"
)


@pytest.fixture
def scratch(git: Git, tmp_path: Path) -> Path:
    """A repository of somebody else with two models, one clean and one not yet committed in its bad state."""
    git(tmp_path, "init", "-q")
    for name in ("one", "two"):
        (tmp_path / "models" / name).mkdir(parents=True)
        (tmp_path / "models" / name / "m.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("not: a model\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


# pre-commit


def committed(
    scratch: Path, program: dict[str, str], git: Git, *words: str
) -> subprocess.CompletedProcess[str]:
    """`pre-commit run` with our hooks, which take the program of this checkout instead of installing one."""
    hooks = [{**hook, "language": "system"} for hook in HOOKS if hook["id"] == "foedus-check"]
    text = yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    (scratch / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    git(scratch, "add", ".")
    return subprocess.run(
        ["pre-commit", "run", "--verbose", *words], cwd=scratch, env=program, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@needs_pre_commit
def test_the_manifest_of_hooks_is_valid(program: dict[str, str]) -> None:
    path = str(ROOT / ".pre-commit-hooks.yaml")
    ran = subprocess.run(["pre-commit", "validate-manifest", path], env=program, check=False)
    assert ran.returncode == 0


@needs_pre_commit
def test_a_commit_is_stopped_by_an_error_in_the_model_whose_file_changed(
    scratch: Path, program: dict[str, str], git: Git
) -> None:
    (scratch / "models" / "two" / "m.yaml").write_text(BAD, encoding="utf-8")
    ran = committed(scratch, program, git)
    assert ran.returncode == 1
    assert "models/two/m.yaml:1:61: error R01" in ran.stdout
    assert "models/one" not in ran.stdout


@needs_pre_commit
def test_what_is_no_model_is_not_checked(scratch: Path, program: dict[str, str], git: Git) -> None:
    (scratch / "other.yaml").write_text("still: no model\n", encoding="utf-8")
    ran = committed(scratch, program, git)
    assert (ran.returncode, "no files to check" in ran.stdout) == (0, True), ran.stdout


@needs_pre_commit
def test_all_models_are_checked_in_one_go(scratch: Path, program: dict[str, str], git: Git) -> None:
    ran = committed(scratch, program, git, "--all-files")
    assert (ran.returncode, "models/one, models/two: no findings" in ran.stdout) == (0, True), ran.stdout


# The GitHub action


class Runner:
    """As much of GitHub's runner as the steps of a composite action meet."""

    def __init__(self, folder: Path, temporary: Path, environment: dict[str, str], **inputs: str) -> None:
        self.folder = folder
        self.temporary = temporary
        self.summary = temporary / "summary.md"
        given = {key: each["default"] for key, each in ACTION["inputs"].items()} | inputs
        self.values = {f"${{{{ inputs.{key} }}}}": value for key, value in given.items()}
        self.values["${{ github.event.pull_request.base.sha }}"] = "HEAD~1"
        self.environment = {
            **environment,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(temporary),
        }

    def step(self, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one step by its name, as `shell: bash` runs it."""
        [step] = [each for each in ACTION["runs"]["steps"] if each.get("name") == name]
        given = {key: self.values[value] for key, value in step.get("env", {}).items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder, env={**self.environment, **given, **environment}, capture_output=True, text=True,
            check=False,
        )  # fmt: skip


def test_the_check_step_annotates_lines_and_writes_the_step_summary(
    scratch: Path, program: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    (scratch / "models" / "two" / "m.yaml").write_text(BAD, encoding="utf-8")
    runner = Runner(scratch, tmp_path_factory.mktemp("runner"), program)
    ran = runner.step("Check the models")
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        "::error file=models/two/m.yaml,line=1,col=61,title=R01 dangling-reference::"
    )
    assert "| error | R01 | models/two/m.yaml:1:61 |" in runner.summary.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"models": "models/one"}, 0),
        ({"models": "models/one\nmodels/two\n"}, 1),
        ({"models": "$(touch pwned) `touch pwned` ; touch pwned"}, 2),
    ],
)
def test_words_from_outside_are_words_and_never_a_script(
    scratch: Path,
    program: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    inputs: dict[str, str],
    code: int,
) -> None:
    (scratch / "models" / "two" / "m.yaml").write_text(BAD, encoding="utf-8")
    runner = Runner(scratch, tmp_path_factory.mktemp("runner"), program, **inputs)
    assert runner.step("Check the models").returncode == code
    assert not (scratch / "pwned").exists()


def test_a_warning_fails_the_job_only_when_asked(
    scratch: Path, program: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    (scratch / "models" / "two" / "empty.yaml").write_text("", encoding="utf-8")
    folder = tmp_path_factory.mktemp("runner")
    assert Runner(scratch, folder, program).step("Check the models").returncode == 0
    assert Runner(scratch, folder, program, **{"fail-on": "warning"}).step("Check the models").returncode == 1


def test_the_diff_step_says_what_a_pull_request_changes(
    scratch: Path, program: dict[str, str], git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (scratch / "models" / "two" / "m.yaml").write_text(GOOD.replace("A pact", "A treaty"), encoding="utf-8")
    git(scratch, "commit", "-q", "-a", "-m", "second")
    runner = Runner(scratch, tmp_path_factory.mktemp("runner"), program)
    ran = runner.step("What the pull request changes")
    assert (ran.returncode, ran.stderr) == (0, "")
    said = runner.summary.read_text(encoding="utf-8")
    assert "**title:** “A pact” → “A treaty”" in said
    assert said == (runner.temporary / "foedus-diff.md").read_text(encoding="utf-8")


def test_the_step_for_code_scanning_writes_sarif_and_fails_nothing(
    scratch: Path, program: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    (scratch / "models" / "two" / "m.yaml").write_text(BAD, encoding="utf-8")
    runner = Runner(scratch, tmp_path_factory.mktemp("runner"), program)
    assert runner.step("Findings for code scanning").returncode == 0
    log = json.loads((runner.temporary / "foedus.sarif").read_text(encoding="utf-8"))
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["R01"]


@pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="needs the build tool: pip install hatchling"
)
def test_the_install_step_installs_what_the_check_needs(
    scratch: Path, program: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("installed")
    runner = Runner(scratch, tmp_path_factory.mktemp("runner"), program)
    offline = {
        "PIP_TARGET": str(target),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_INDEX": "1",
    }
    ran = runner.step("Install Foedus", **offline)
    assert ran.returncode == 0, ran.stderr
    assert (target / "foedus" / "shipped" / "models" / "paris-2026").is_dir()


def test_every_step_says_in_which_shell_it_runs_and_takes_no_word_into_its_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "run" not in step or (step["shell"], "${{" in step["run"]) == ("bash", False)

"""The verbs, each in a module that is imported when it is called, and what ends a run."""

import importlib
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

import click

from foedus import __version__
from foedus.cli.words import Words
from foedus.errors import Stop
from foedus.printable import printable

VERBS = {
    "analyse": "Say what an outcome turns on, what can stop it, and who.",
    "ask": "Say what an element rests on, what rests on it, and how two are linked.",
    "brief": "Write a briefing: slides, one page or a dossier, each claim with its source.",
    "check": "Check models; say what is inconsistent or missing, and where.",
    "codes": "Compute codes of published schemes, each with the clauses that give it.",
    "compare": "Ask several models the same questions, side by side.",
    "coverage": "Say who must or may answer which attack, and in which phase.",
    "diff": "Say what a change to a model changes, and which scenarios come out differently.",
    "doctor": "Say what Foedus finds on this machine.",
    "draw": "Draw one view of a model.",
    "explore": "Write a model as one page to look at, play and ask, offline.",
    "fmt": "Write model files in the one layout; comments and meaning are kept.",
    "gallery": "Draw every shipped model by every view.",
    "gaps": "Search every order of events for an attack that nobody must answer.",
    "generate": "Make up a model of any size, for load tests.",
    "graph": "Write the graph of a model for other programs.",
    "init": "Begin a model of your own: a skeleton that passes `check`.",
    "legible": "Say whether pictures can be read where they are to be seen.",
    "models": "List the shipped models.",
    "play": "Play a scenario, day by day: what is due, what is not, and why.",
    "profile": "Say how each component binds, how exact it is, and who decides.",
    "reference": "Write the reference pages from the code.",
    "report": "Write a report on a model, as Markdown and as one HTML file.",
    "rule": "Explain a rule.",
    "schema": "Print the JSON Schema of model files, for editors.",
    "serve": "Show a model in a browser, anew whenever a file is saved.",
    "sources": "List, verify and export the sources of a model.",
    "what-if": "Say what is lost if somebody withdraws, and which open points matter.",
    "why": "Say why a provision stands as it does in a scenario.",
}


class _Verbs(Words):
    """The verbs by name; the module of a verb is imported only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"foedus.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="foedus", message="%(prog)s %(version)s")
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=N",
    help="How much is taken of a model, before the command: file-bytes, all-bytes, files, depth, nodes, "
    "text, faults, elements, states, moves or positions; may be given more than once.",
)
@click.pass_context
def foedus(ctx: click.Context, limits: tuple[str, ...]) -> None:
    """Security guarantees as code: check, draw and report typed models of what states promise."""
    if limits:
        from foedus.limits import raised

        ctx.obj = raised(limits)


def run(words: list[str]) -> int:
    """Run one verb; everything that can stop it ends as a message and an exit code."""
    codes: list[int] = []
    _end_on_signals(codes)
    try:
        code = _run(words)
    except BaseException:
        if not codes:
            raise
        code = codes[0]  # a library has made an error of its own out of the signal
    return codes[0] if codes else code


def _end_on_signals(codes: list[int]) -> None:
    """Ctrl-C and SIGTERM end the run; each adds its exit code."""

    def end(number: int, frame: FrameType | None) -> None:
        codes.append(128 + number)
        raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(codes[0])

    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` and `&` have it
            signal.signal(number, end)


def _run(words: list[str]) -> int:
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # what else is installed has no say here
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = foedus.main(words, prog_name="foedus", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except Stop as stop:
        return _say(str(stop))
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f"\nTry `{context.command_path} --help`." if context is not None else ""
        return _say(error.format_message() + hint)
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:  # whoever read our output has gone: quiet, and no second complaint at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if _is_gone():
            return _say("the working folder is gone; go to one that is there, and run this again")
        return _say(f"{error.filename or 'output'}: {error.strerror or error}")


def _open_streams() -> None:
    """What the caller has closed, as in `foedus models >&-`, leads nowhere, and no file takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # open to the end


def _is_gone() -> bool:
    """Whether the working folder has been removed under us."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _say(message: str) -> int:
    with suppress(OSError):  # standard error may be full or closed: the exit code still says it
        lines = map(printable, f"foedus: {message}".split("\n"))
        print("\n".join(map(_wrapped, lines) if sys.stderr.isatty() else lines), file=sys.stderr, flush=True)
    return 2


def _wrapped(line: str) -> str:
    """A line broken at spaces only, as wide as the terminal: what is to be copied stays whole."""
    from shutil import get_terminal_size
    from textwrap import fill

    return fill(line, get_terminal_size().columns, break_long_words=False, break_on_hyphens=False)

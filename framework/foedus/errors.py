"""What is raised when Foedus cannot go on."""


class Stop(Exception):
    """The run cannot go on, and the user can mend it.

    Raised for what is outside a model: no such file, no such view, an output that exists. Anything
    wrong *inside* a model is a `Finding`. The message names the thing and the next step; the command
    line prints it and exits with 2.
    """


class TooLong(Stop):
    """What was to fit one page does not; the message says what to cut, and the command exits with 1."""

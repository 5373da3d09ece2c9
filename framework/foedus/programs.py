"""Other programs that are run, `git` and `dot`: by their whole path, never from the working folder."""

import os
import shutil


def program(name: str) -> str | None:
    """The whole path of a program on this machine; None where there is none.

    What lies in the working folder is not run, for a stranger may have put it there: Windows looks there
    before anywhere else, and elsewhere an empty or relative entry of PATH leads there.
    """
    places = (place for place in os.get_exec_path() if os.path.isabs(place))
    found = shutil.which(name, path=os.pathsep.join(places))
    return found if found is not None and os.path.isabs(found) else None

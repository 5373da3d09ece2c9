"""The writers are tried on the same small pictures as the layout."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "layout"))

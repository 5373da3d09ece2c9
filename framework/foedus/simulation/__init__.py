"""Scenarios played: day by day, which promise is due, which is not, which cannot be said, and why.

`play` plays one scenario and comes back with its `Trace`; `prepare` makes a project ready to be played
many times. `why`, `envelope` and `exact` ask more of a scenario, each in a module that is imported by who
asks. Nothing here reads a clock: time is what the scenario says it is.
"""

from foedus.simulation.clock import Moment
from foedus.simulation.lacks import Lack
from foedus.simulation.lifecycle import ROWS, STATES, Row, table
from foedus.simulation.play import play, play_readings
from foedus.simulation.positions import TOGETHER, Position
from foedus.simulation.prepare import Prepared, prepare
from foedus.simulation.records import Change, Held, Owed, Standing, Turn, Verdict, Void
from foedus.simulation.script import Act, Refusal
from foedus.simulation.trace import Trace
from foedus.simulation.world import Firing, Unknown

__all__ = [
    "ROWS",
    "STATES",
    "TOGETHER",
    "Act",
    "Change",
    "Firing",
    "Held",
    "Lack",
    "Moment",
    "Owed",
    "Position",
    "Prepared",
    "Refusal",
    "Row",
    "Standing",
    "Trace",
    "Turn",
    "Unknown",
    "Verdict",
    "Void",
    "play",
    "play_readings",
    "prepare",
    "table",
]

"""Handling marks: who may read what, and a model without what is marked above a word."""

from foedus.handling.marks import LADDER, above, highest, marks
from foedus.handling.removal import without
from foedus.handling.said import recorded, said
from foedus.handling.tells import Tell, tells
from foedus.handling.withholding import withhold

__all__ = ["LADDER", "Tell", "above", "highest", "marks", "recorded", "said", "tells", "withhold", "without"]

"""An id of the model is an id of the shared register too.

Models share a register of actors, sources and vocabularies, and name its entries by id. An element of
the same id in a model could be meant as that entry or as something else, and a comparison of two models
would count them as one. With `extends: true` the model's fields are laid over the register's entry;
otherwise one of the two needs another id. It takes the register beside the model to show this.
"""

from foedus.finding import Severity

CODE = "R11"
NAME = "register-clash"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None

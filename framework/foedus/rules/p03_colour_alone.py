"""Two things in a picture are told apart by colour alone, and the colours are too near.

WCAG 2.2 (1.4.1) asks that colour is never the only means. Where two samples of a legend have the same form,
or two components have no heading, their colours must differ: by 10 (CIE 1976, delta E) for normal, protan,
deutan and tritan sight (Machado, Oliveira and Fernandes 2009), or, on a photocopy, by 10 of lightness. Ten is
our own choice: about four times the difference of 2.3 that is just noticed (Mahy, Van Eycken and Oosterlinck
1994).
"""

from foedus.finding import Severity

CODE = "P03"
NAME = "colour-alone"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when pictures are measured

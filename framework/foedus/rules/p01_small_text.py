"""A text of a picture is too small where the picture is to be seen.

What is read has capitals that subtend at least 16 minutes of arc (ISO 9241-303:2011; smaller ones are for
footnotes and the like). From that, from the height of Inter's capitals (0.7275 of its size) and from the
distance follows the least size: 8.9 points on a slide that fills a laptop of 15.6 inches, 50 cm away; 7.3
points on paper, 40 cm away. What is looked up (numbers, gates, chips, legend, source) has 12.5 minutes of arc
at 40 cm, which is 5.6 points on a slide and 5.7 on paper: twice what somebody with an acuity of 20/25 makes
out, an acuity reserve of 0.3 log units (Whittaker and Lovie-Kitchin 1993; Cheong, Lovie-Kitchin and Bowers
2002).

`foedus legible` draws the picture for that place and says how large the text comes out. The hint names what
would pass; each was drawn and measured.
"""

from foedus.finding import Severity

CODE = "P01"
NAME = "small-text"
SEVERITY = Severity.ERROR
STRICT = Severity.ERROR
check: None = None  # found when pictures are measured

"""One page for a word processor: styles that can be edited, real footnotes, the figure as vectors too."""

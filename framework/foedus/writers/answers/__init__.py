"""The answers of analyses for other programs."""

"""Briefings: a model as a deck of slides, one page or a dossier, each claim with its source."""

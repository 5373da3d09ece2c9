"""Fault trees in the Open-PSA Model Exchange Format: read, and written, so that other tools can check us."""

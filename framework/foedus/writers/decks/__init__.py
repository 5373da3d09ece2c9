"""Slides: drawings and words as PowerPoint files (Office Open XML) of shapes that can be edited."""

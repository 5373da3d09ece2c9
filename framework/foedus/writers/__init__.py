"""A shape to one format: each writer is handed everything and decides nothing about the model."""

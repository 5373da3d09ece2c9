"""Pictures to a format: what paints a placed drawing, and what writes a shape that needs no page."""

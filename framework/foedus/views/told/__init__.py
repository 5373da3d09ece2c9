"""The answers of analyses, and what came of a scenario, in words: as documents and in the report."""

"""Boolean functions: minimal sets, counts and power, exact; knows nothing of models."""

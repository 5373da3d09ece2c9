"""The one page: what a model says in a few claims, each with its source, whatever is made of it."""

"""The explorer: a model as one HTML file that plays scenarios in the browser, offline."""

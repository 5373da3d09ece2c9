"""Questions about a whole model: what must happen, what can stop it, who decides, what is missing."""

"""The one page in its formats: as a PDF, for a word processor, and as the text of an e-mail."""

"""What may be said beside the statements: which of two it is, where the sources end, and what isn't told."""

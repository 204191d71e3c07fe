"""Yes, no, which of two, not told: what may be said before the statements, and only where a fact decides it."""

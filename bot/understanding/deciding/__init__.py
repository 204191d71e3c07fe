"""Yes, no, which of two, what came of it: what facts decide of a question, and only where they prove it."""

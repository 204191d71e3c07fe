"""What every composer of replies stands on: statements with their citations, tokens, suggestions, the conversation."""

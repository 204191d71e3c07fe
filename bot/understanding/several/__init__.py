"""Several questions in one utterance: its parts, the items of an enumeration, the halves of a comparison."""

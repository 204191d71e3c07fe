"""An utterance taken apart into units and what they say of the question: names, figures, answer types, operators."""

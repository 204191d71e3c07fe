"""What no likeness outvotes: one rule a module, each a question put to an analysis and what a fact tells."""

"""Sentence templates: alternatives in round brackets become sentences, slots in braces fall away.

A slot stands for a name that the question fills; names are matched by the gazetteer, so a template only speaks for the
words around them. At most a handful of sentences per template, so that loading stays quick.
"""

import re
from itertools import islice, product

MOST_SENTENCES = 2

_GROUP = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{[^{}]*\}")


def fill_template(template: str) -> tuple[str, ...]:
    """The sentences of a template: "wie viele (Leute|Menschen) arbeiten bei {company}" gives two."""
    pieces = _GROUP.split(_SLOT.sub(" ", template))
    options = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    sentences = (" ".join("".join(choice).split()) for choice in product(*options))
    return tuple(islice(sentences, MOST_SENTENCES))

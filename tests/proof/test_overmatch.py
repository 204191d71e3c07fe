from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.facts.model import Attribute, AttributeWords, Knowledge
from bot.proof.overmatch import Claimed, claims, silenced
from bot.understanding.build import Understanding, build_understanding
from bot.understanding.language.vocabulary import Vocabulary


def attribute(name: str, *cues: str, templates: tuple[str, ...] = ()) -> Attribute:
    return Attribute(name, "", ("text",), 2, {"en": AttributeWords(name, name, cues, templates)})


@pytest.fixture(scope="module")
def fared(small: Knowledge, vocabulary: Vocabulary) -> Mapping[tuple[str, str], tuple[Claimed, str | None]]:
    """How cues and templates of made-up attributes fare."""
    attributes = {
        "tariff": attribute("tariff", "zibble", "wumple", "the", templates=("how much is the zibble",)),
        "toll": attribute("toll", "wumple", "zibble quonk"),
        "mute": attribute("mute", "of the"),
    }
    understanding = build_understanding(vocabulary, replace(small, attributes={**small.attributes, **attributes}))
    found = list(claims(attributes, understanding.hearing.analyser, understanding.matching.attributes))
    assert silenced(found) == [("mute", "en")]
    return {(claim.attribute, claim.text): (claim.claimed, claim.winner) for claim in found}


def test_a_word_of_its_own_is_won(fared: Mapping[tuple[str, str], tuple[Claimed, str | None]]) -> None:
    assert fared["tariff", "zibble"] == (Claimed.WON, None)
    assert fared["tariff", "how much is the zibble"] == (Claimed.WON, None)


def test_a_word_of_two_attributes_is_shared(fared: Mapping[tuple[str, str], tuple[Claimed, str | None]]) -> None:
    assert fared["tariff", "wumple"] == (Claimed.SHARED, "toll")
    assert fared["toll", "wumple"] == (Claimed.SHARED, "tariff")


def test_function_words_say_nothing(fared: Mapping[tuple[str, str], tuple[Claimed, str | None]]) -> None:
    assert fared["tariff", "the"] == (Claimed.MUTE, None)


def test_every_attribute_of_a_small_folder_can_be_asked_for(small: Knowledge, understanding: Understanding) -> None:
    found = list(claims(small.attributes, understanding.hearing.analyser, understanding.matching.attributes))
    assert silenced(found) == []
    assert all(claim.claimed is not Claimed.LOST for claim in found)

"""What newspapers and people say of deals in pictures is heard as what it means, not as the words that it's made of."""

import pytest

from tests.apps import analyse


def heard(text: str) -> set[str]:
    """The concepts that an utterance is heard as."""
    return {key for unit in analyse(text).units for key in unit.keys}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Wer hat sich die Firma einverleibt?", "takeover"),
        ("Wen wollte der Konzern loswerden?", "sell"),
        ("Wann ging der Händler aufs Parkett?", "ipo"),
        ("Was haben die Käufer dafür hingeblättert?", "pay"),
        ("Hat die Behörde die Sache durchgewinkt?", "approve"),
        ("Warum ist das Geschäft geplatzt?", "break_deal"),
        ("Wer hat dem Deal einen Riegel vorgeschoben?", "forbid"),
        ("Was sagten die Kartellwächter dazu?", "authority"),
        ("Wem wurde der Laufpass gegeben?", "dismiss"),
        ("Woher kam die Geldspritze?", "invest"),
        ("Wer hatte das Nachsehen?", "lose"),
        ("Wer ist leer ausgegangen?", "lose"),
        ("Wer mault über die Gebühr?", "complain"),
        ("Wer musste dafür aufkommen?", "pay"),
        ("Wie haben sie das Geld aufgetrieben?", "funding"),
        ("Hat das Papier rechtliches Gewicht?", "obligation"),
        ("Wer wurde hinausgeworfen?", "exclude"),
    ],
)
def test_a_picture_is_heard_as_what_it_means_in_german(text: str, concept: str) -> None:
    assert concept in heard(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Who gobbled up the firm?", "takeover"),
        ("What did the group offload?", "sell"),
        ("When was its stock market debut?", "ipo"),
        ("Who had to stump up the difference?", "pay"),
        ("Was it waved through by the authority?", "approve"),
        ("Why did the buyer get cold feet?", "break_deal"),
        ("Who was spurned by the founders?", "reject"),
        ("What did the trust busters say?", "authority"),
        ("How many were laid off?", "dismiss"),
        ("How much was ploughed into it?", "invest"),
        ("Who lost out?", "lose"),
        ("Who came away empty-handed?", "lose"),
        ("Who is kicking up a fuss about the fee?", "criticise"),
        ("Who picked up the tab?", "pay"),
        ("How did they scrape the money together?", "funding"),
        ("Has the paper any legal weight?", "obligation"),
        ("Who was kicked out?", "exclude"),
    ],
)
def test_a_picture_is_heard_as_what_it_means_in_english(text: str, concept: str) -> None:
    assert concept in heard(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Was fand sie an den Pilzen am Ende des Waldes?", "bankruptcy"),
        ("Wer kommt auf der Fähre an Land?", "takeover"),
        ("Who put the next day in the diary?", "delivery_time"),
        ("Who drew the foundations of the house?", "failure"),
    ],
)
def test_plain_words_are_no_picture(text: str, concept: str) -> None:
    assert concept not in heard(text)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.room.room import Room
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.subscribing.codes import TopicCodes, topic_code
from bot.subscriptions.subscribing.naming import meant, said, wished
from tests.subscriptions.stock import content

NAMES = st.text("abcdefghijklmnopqrstuvwxyz_-", min_size=1, max_size=13)
TOPICS = st.builds(
    Topic,
    st.none() | NAMES,
    st.lists(NAMES, max_size=4, unique=True).map(lambda names: tuple(sorted(names))),
    st.none() | NAMES,
    st.none() | NAMES,
)


@given(TOPICS)
def test_a_topic_comes_back_from_its_text(topic: Topic) -> None:
    assert Topic.parse(str(topic)) == topic


@pytest.mark.parametrize(
    "topic",
    [Topic(), Topic(deal="train"), Topic(entities=("rail",)), Topic(attribute="time", group="times"),
     Topic("train", ("rail",), "time", "times")],
)  # fmt: skip
def test_a_fact_belongs_to_topics_whose_conditions_all_hold(topic: Topic) -> None:
    assert topic.matches(content("train/time"))


@pytest.mark.parametrize(
    "topic",
    [Topic(deal="ship"), Topic(entities=("rail", "sea")), Topic(attribute="price"), Topic("train", group="money")],
)
def test_a_fact_belongs_to_no_topic_with_a_condition_that_fails(topic: Topic) -> None:
    assert not topic.matches(content("train/time"))


@pytest.mark.parametrize(
    "topic",
    [Topic(), Topic(deal="night-train"), Topic("night-train", ("CH", "ES", "alpina", "girona"), "investment", "money")],
)
def test_a_topic_fits_into_a_button_and_comes_back(room: Room, topic: Topic) -> None:
    code = topic_code(topic)
    assert len(f"n1.v{code}") <= 60
    assert TopicCodes(room).topic(code) == topic


@pytest.mark.parametrize("code", ["", "d", "d1234567", "e12345", "*x", "x1234567", "d12345678"])
def test_a_forged_topic_leads_to_nothing(room: Room, code: str) -> None:
    assert TopicCodes(room).topic(code) is None


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("everything", Topic()),
        ("alles", Topic()),
        ("night-train", Topic(deal="night-train")),
        ("the night train", Topic(deal="night-train")),
        ("Alpina", Topic(entities=("alpina",))),
        ("Spanien", Topic(entities=("ES",))),
        ("dates of Nightjar Rail in Spain", Topic(entities=("ES", "nachtfalke"), group="time")),
        ("Geld von Alpina", Topic(entities=("alpina",), group="money")),
    ],
)
def test_words_mean_a_topic(room: Room, words: str, topic: Topic) -> None:
    found = meant(words, room, "en")
    assert found is not None
    assert found.topic == topic


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        ("news of Alpina", ()),
        ("all agreements with Spain", ()),
        ("money of Alpina", ()),
        ("the night train", ()),
        ("xyzzy of Alpina", ("xyzzy",)),
    ],
)
def test_words_that_don_t_narrow_the_topic_are_named(room: Room, words: str, unused: tuple[str, ...]) -> None:
    found = meant(words, room, "en")
    assert found is not None
    assert found.unused == unused


@pytest.mark.parametrize("words", ["xyzzy", "?", "..."])
def test_words_that_name_nothing_mean_no_topic(room: Room, words: str) -> None:
    assert meant(words, room, "en") is None


def test_a_topic_is_said_in_the_reader_s_language(room: Room) -> None:
    topic = Topic(entities=("ES",), group="time")
    assert said(topic, room, "de") == "Termine und Zeiten · Spanien"
    assert said(topic, room, "en") == "Dates and times · Spain"


def test_a_question_without_an_answer_becomes_the_topic_that_would_answer_it(room: Room) -> None:
    topic = wished("Who owns Alpina?", room)
    assert topic is not None
    assert topic.entities == ("alpina",)
    assert topic.attribute in room.knowledge.attributes


def test_a_question_of_which_nothing_is_understood_can_t_be_awaited(room: Room) -> None:
    assert wished("xyzzy plugh", room) is None

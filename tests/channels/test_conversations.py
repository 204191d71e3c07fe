from bot.answering.room.conversation import Conversation
from bot.channels.conversations import Answered, ConversationsInMemory

GERMAN = Conversation(language="de")


async def test_an_unknown_chat_starts_afresh() -> None:
    assert await ConversationsInMemory().load("1") == Conversation()


async def test_a_chat_s_conversation_is_kept() -> None:
    store = ConversationsInMemory()
    await store.save("1", GERMAN)
    assert await store.load("1") == GERMAN
    assert await store.load("2") == Conversation()


async def test_what_became_of_a_question_is_kept_by_chat() -> None:
    store = ConversationsInMemory()
    answered = Answered(Conversation(), GERMAN, (7, 8))
    await store.record("1", 5, answered)
    assert await store.answered("1", 5) == answered
    assert await store.answered("2", 5) is None


async def test_the_chat_that_rested_longest_is_forgotten_first() -> None:
    store = ConversationsInMemory(chats=2)
    for chat in ("1", "2", "1", "3"):
        await store.save(chat, GERMAN)
    assert [await store.load(chat) == GERMAN for chat in ("1", "2", "3")] == [True, False, True]

"""A reply as plain text, for pipes and `ask`: statement, sources, numbered choices."""

from bot.answering.room.reply import Reply


def plain_reply(reply: Reply) -> str:
    """The whole reply; its parts are parted by empty lines."""
    sources = "\n".join(reference.line for reference in reply.references)
    choices = "\n".join(f"  {number}) {choice.label}" for number, choice in enumerate(reply.choices, start=1))
    return "\n\n".join(part for part in (reply.text, sources, choices) if part)

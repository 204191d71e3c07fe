"""What "the one" and "the other" stand for: "A versus B: what do they do in *the one* and want in *the other*?".

The first and the second of two that are named before the question are put in their places, and the two are no more
named before it. Where the two stand in no pause before the question, nothing is replaced.
"""

from bot.understanding.several.layouts import apart, pieces
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis

_TWO, _LONGEST = 2, 6
"""So many are named; what is called by more words isn't repeated."""


class OneAndOther:
    """Writes such questions out."""

    def __init__(self, joints: Joints) -> None:
        self._joints = joints

    def written_out(self, analysis: Analysis) -> str:
        """The question with both names in their places; "" if it isn't one of these."""
        text, joints = analysis.text, self._joints
        one, other = joints.the_one.search(text), joints.the_other.search(text)
        if one is None or other is None or one.end() > other.start():
            return ""
        for layout in apart(analysis):
            start, end = layout.question
            if not layout.before or not start <= one.start() < end:
                continue
            for joint in (joints.contrast, joints.item):
                named = [text[slice(*span)].strip(" ,") for span in pieces(text, layout.topic, joint)]
                if len(named) == _TWO and all(0 < len(name.split()) <= _LONGEST for name in named):
                    begin, between, rest = (
                        text[start : one.start()],
                        text[one.end() : other.start()],
                        text[other.end() :],
                    )
                    return f"{begin}{named[0]}{between}{named[1]}{rest}"
        return ""

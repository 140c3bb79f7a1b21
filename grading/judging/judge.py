"""Draws the inputs of a lab's tests and judges what was seen: as text in a closed kernel of its own.

The master's own functions run here, and nothing of a hand-in but the data that came back. That data is
hostile: it may be anything, so it is unpacked here, behind limits, and nowhere else.
"""

import json
import random
import sys

from helpers.plain import MIME, ON_STREAM, NotPlain, as_if_new, pack, unpack

import numpy as np


class Judge:
    """Holds the tests of one hand-in: ``{name: [source, [[draw, judge, times], ...]]}``.

    Inputs depend on the seed, on the test's place and on the run, and on nothing else.
    """

    def __init__(self, seed: int, tests: dict[str, list]) -> None:
        self.seed, self.tests, self.spaces, self.drawn = seed, tests, {}, {}

    def space(self, name: str) -> dict:
        """Return the namespace of a test's functions, made when first asked for."""
        if name not in self.spaces:
            self.spaces[name] = {"__name__": "__main__"}
            exec(self.tests[name][0], self.spaces[name])
        return self.spaces[name]

    def draw(self, name: str) -> list[str]:
        """Return the packed inputs of a test, for each run and time."""
        if name in self.drawn:
            return self.drawn[name]
        made, place = [], list(self.tests).index(name)
        with as_if_new():
            for number, (draw, _, times) in enumerate(self.tests[name][1]):
                for time in range(times):
                    random.seed(f"{self.seed} {place} {number} {time}")  # Keras's own seeds come from it
                    rng = np.random.default_rng([self.seed, place, number, time])
                    made.append(pack(self.space(name)[draw](rng)).decode())
        self.drawn[name] = made
        return made

    def judge(self, name: str, reply: str) -> dict[str, str]:
        """Return the verdict on a reply: ``{"verdict": , "hint": , "kind": }``.

        ``kind`` is ``"malformed"`` if the reply is no data that the observer sends, ``"error"`` if the judge
        itself failed on it, else "".
        """
        try:
            found = unpack(reply.encode(errors="replace"))
            seen, error, written = found["seen"], found["error"], found["written"]
            if error is not None:
                kind, text = error
                if not type(kind) is type(text) is str:
                    raise TypeError
                error = f"Your code raised {kind}: {text}" if kind else text
            judges = [judge for _, judge, times in self.tests[name][1] for _ in range(times)]
            pairs = list(zip(judges, self.draw(name), seen, strict=error is None))
            complaint = written.strip()
        except (NotPlain, TypeError, KeyError, ValueError, AttributeError, IndexError):
            return failed("What came back from your code is no data.", "malformed")
        space = self.space(name)
        random.seed(f"{self.seed} {name}")  # whatever this judge has judged before
        own = sys.modules.get("helpers.plain")  # the type of arrays that the lab's own checks know
        for judge, given, what in pairs:
            try:
                data = (own.unpack if own else unpack)(what.encode())
            except (ValueError, AttributeError):
                return failed("What came back from your code is no data.", "malformed")
            try:
                with as_if_new():
                    space[judge](unpack(given.encode(), seen=False), data)
            except AssertionError as wrong:
                return failed(str(wrong))
            except Exception as wrong:
                why = type(wrong).__name__
                return failed(f"What your code returned could not be judged ({why}).", "error")
        if error is not None:  # after what was seen before it, which may name the cause
            return failed(error)
        if complaint:
            return failed(f"{ON_STREAM}{complaint.splitlines()[0][:200]}")
        return {"verdict": "passed", "hint": "", "kind": ""}


def failed(hint: str, kind: str = "") -> dict[str, str]:
    """Return the verdict on a test that was not passed."""
    return {"verdict": "failed", "hint": hint[:1000], "kind": kind}


def tell(value: object) -> None:
    """Send a value to who asked."""
    from IPython.display import publish_display_data

    publish_display_data({MIME: json.dumps(value)})

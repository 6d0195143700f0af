"""One section of a blog article on its way: it grows by a sentence, or by a question, at a time."""

from collections.abc import Iterable

from .weave import Loom

_PARAGRAPH, _SENTENCES = 150, 3
"""A paragraph takes no more sentences when it has this many characters or sentences."""


class Section:
    """A heading, sentences in paragraphs, a list after the first of them, questions with their answers."""

    def __init__(self, key: str, heading: str, stocks: Iterable[Iterable[str]], lists: Iterable[str] = ()) -> None:
        self.key = key
        self.heading = heading
        self.stocks = [list(stock) for stock in stocks]
        self.lists = [one for one in lists if one]
        self.talk: list[list[str]] = []
        self.pairs: list[str] = []

    def size(self) -> int:
        """How many sentences or questions it has."""
        return len(self.pairs) if self.key == "ask" else sum(map(len, self.talk))

    def take(self, loom: Loom) -> bool:
        """One sentence or question more; False when there is none left."""
        if self.key == "ask":
            return self._ask(loom)
        last = self.talk[-1] if self.talk else []
        opens = not last or len(last) == _SENTENCES or len(" ".join(last)) > _PARAGRAPH
        tries = ((stock, start) for start in dict.fromkeys((opens, False)) for stock in self.stocks)
        sentence = next(filter(None, (loom.sentence(stock, start) for stock, start in tries)), "")
        if sentence and opens:
            self.talk.append([sentence])
        elif sentence:
            last.append(sentence)
        return bool(sentence)

    def _ask(self, loom: Loom) -> bool:
        rows = self.stocks[0]
        while rows:
            question, _, answer = rows.pop(0).partition(" :: ")
            asked = loom.sentence([question])
            told = loom.sentence([answer]) if asked else ""
            if told:
                self.pairs.append(f"Q. {asked}\nA. {told}")
                return True
        return False

    def blocks(self) -> list[str]:
        """Its paragraphs in order, the heading first; none when it is empty."""
        talk = [" ".join(one) for one in self.talk]
        if self.key == "how":
            body = [*talk[:1], *self.lists[:1], *talk[1:2], *self.lists[1:], *talk[2:]]
        else:
            body = [*self.lists, *talk, *self.pairs]
        body = [one for one in body if one]
        return [f"■ {self.heading}", *body] if body and self.heading else body

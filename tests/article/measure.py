"""Precision and recall of the suggestions on the gold set: `python -m tests.article.measure`.

The gold set is tests/article/gold: a text and beside it what a cataloguer expects. Files whose
name begins with "held-out" are never looked at while the rules are made; `--held-out` measures
them alone, `--all` everything. tests/article/gold_stranger, measured by `--another-hand`, was
written by somebody who had not read the rules, and is not looked at either; gold_second_stranger
(`--second`) is another such set, of somebody who had not seen what the first one showed. "optional"
values are right when found and no loss when not; "also" names other right forms of a value.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from catalog_app.article.analyse import suggest
from catalog_app.article.suggestion import Suggestion, comparable
from catalog_app.article.text import read_article

GOLD = Path(__file__).parent / "gold"
ANOTHER_HAND = Path(__file__).parent / "gold_stranger"
SECOND_HAND = Path(__file__).parent / "gold_second_stranger"
PARTS = {
    "Texts the rules were made with": (False, GOLD),
    "Texts kept apart": (True, GOLD),
    "Texts of another hand": (False, ANOTHER_HAND),
    "Texts of a second stranger": (False, SECOND_HAND),
}
KINDS = (
    "language", "title", "dateline", "source", "date", "person", "role", "body", "place", "topic",
    "genre",
)  # fmt: skip


@dataclass
class Score:
    """Counts of one kind: found and right, found and wrong, not found, right but not asked for."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    more: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        good = self.right + self.more
        return good / (good + self.wrong) if good + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The part of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.more + other.more,
        )


def texts(held_out: bool, folder: Path = GOLD) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """The texts of a gold set, those kept apart or the others."""
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith("held-out") == held_out:
            gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            yield path.stem, path.read_bytes(), gold


def expected(gold: dict[str, Any]) -> dict[str, tuple[set[str], set[str]]]:
    """Kind → values that must be found, and values that may be."""
    roles = {f"{name}: {role}" for name, role in gold["persons"].items() if role}
    sure: dict[str, set[str]] = {
        "language": {gold["language"]},
        "title": {gold["title"]} if gold.get("title") else set(),
        "dateline": {gold["dateline"]} if gold["dateline"] else set(),
        "source": set(gold["source"]),
        "date": {_encoded(date) for date in gold["dates"]},
        "person": set(gold["persons"]),
        "role": roles,
        "body": set(gold["bodies"]),
        "place": set(gold["places"]),
        "topic": set(gold["topics"]),
        "genre": {"abstract or summary" if gold["genre"] == "abstract" else gold["genre"]},
    }  # fmt: skip
    may = {kind: set(gold.get(f"optional_{plural}", ())) for kind, plural in _PLURALS.items()}
    may["date"] = {_encoded(date) for date in may["date"]}
    return {kind: (sure[kind], may.get(kind, set())) for kind in KINDS}


_PLURALS = {
    "date": "dates", "person": "persons", "body": "bodies", "place": "places", "topic": "topics",
    "genre": "genres",
}  # fmt: skip


def _encoded(date: str) -> str:
    """A date as the program writes it; a day and month without a year are "--06-11" in the set."""
    return re.sub(r"(^|/)--", r"\1XXXX-", date)


def found(suggestions: list[Suggestion]) -> dict[str, set[str]]:
    """Kind → values that were found."""
    values: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for one in suggestions:
        texts = [text for _, text in one.shaped.values()]
        if one.kind in ("language", "date", "body"):
            values[one.kind].add(texts[0])
        elif one.kind == "title" and one.score < 0.5:
            continue  # a title supplied for want of a headline
        elif one.kind in values:
            values[one.kind].add(one.label)
        if one.kind == "person":
            values["role"] |= {
                f"{one.label}: {text}" for path, text in one.shaped.values()
                if path[-1] == "roleTerm" and text != "aut"
            }  # fmt: skip
    return values


def _same(need: dict[str, str], got: Iterable[str], gold: dict[str, Any]) -> dict[str, str]:
    """What was found by its comparable form; another right form stands for what is expected.

    Once only: the same thing found in two forms is one right and one wrong.
    """
    others = {
        comparable(_encoded(other)): comparable(_encoded(value))
        for value, more in gold.get("also", {}).items()
        for other in more
    }
    have = {comparable(_named(value, gold)): value for value in got}
    for key in sorted(have.keys() - need.keys()):
        if (one := others.get(key)) in need and one not in have:
            have[one] = have.pop(key)
    return have


def _named(value: str, gold: dict[str, Any]) -> str:
    """ "Name: role" with the name as the set has it."""
    name, colon, role = value.partition(": ")
    for one, more in gold.get("also", {}).items() if colon else ():
        if comparable(name) in map(comparable, more):
            return f"{one}: {role}"
    return value


def compare(gold: dict[str, Any], got: dict[str, set[str]]) -> dict[str, tuple[Score, str]]:
    """Kind → its counts, and what was wrong or missed in words."""
    result = {}
    closed = "optional_topics" in gold  # the set names every right topic, not some only
    for kind, (sure, may) in expected(gold).items():
        need, allowed = ({comparable(v): v for v in s} for s in (sure, may))
        have = _same(need, got[kind], gold)
        if kind == "role":  # only the roles of persons that the gold set gives a role
            persons = {key.split(" ")[0] for key in need}
            have = {key: v for key, v in have.items() if key.split(" ")[0] in persons}
        missed = [need[key] for key in need if key not in have]
        wrong = [have[key] for key in have if key not in need and key not in allowed]
        uncounted = kind == "topic" and not closed
        more = len(have.keys() & allowed.keys() - need.keys()) if kind == "topic" and closed else 0
        score = Score(len(need) - len(missed), 0 if uncounted else len(wrong), len(missed), more)
        told = "; ".join([*(f"−{v}" for v in missed), *(f"+{v}" for v in wrong)])
        result[kind] = (score, "" if uncounted and not missed else told)
    return result


def measure(
    held_out: bool, tell: bool = False, folder: Path = GOLD
) -> dict[tuple[str, str], Score]:
    """Kind and language → counts over the texts."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    for name, data, gold in texts(held_out, folder):
        compared = compare(gold, found(suggest(read_article(data))))
        for kind, (score, told) in compared.items():
            scores[kind, gold["language"]] += score
            if tell and told:
                print(f"{name:24} {kind:9} {told}")
    return scores


def table(scores: dict[tuple[str, str], Score]) -> str:
    """Precision and recall, a line a kind, a column a language."""
    languages = sorted({language for _, language in scores})
    lines = [f"{'':10}" + "".join(f"{language:>14}" for language in (*languages, "all"))]
    for kind in KINDS:
        row = [scores[kind, language] for language in languages]
        cells = [*row, sum(row, Score())]
        lines.append(f"{kind:10}" + "".join(_cell(kind, cell) for cell in cells))
    return "\n".join(lines)


def _cell(kind: str, score: Score) -> str:
    return f"   {precision(kind, score):>5} {score.recall:5.2f}"


def precision(kind: str, score: Score) -> str:
    """The precision as text; a set that names some topics only says nothing about theirs."""
    unknown = kind == "topic" and not score.more and not score.wrong
    return "–" if unknown else f"{score.precision:.2f}"


def main() -> None:
    """Print precision and recall per kind and language, and how long the analysis took."""
    made_with, kept_apart, another_hand, second = PARTS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="the texts kept apart")
    parser.add_argument("--another-hand", action="store_true", help="the texts of another hand")
    parser.add_argument("--second", action="store_true", help="the texts of a second stranger")
    parser.add_argument("--all", action="store_true", help="all, one table after the other")
    parser.add_argument("--tell", action="store_true", help="what was wrong or missed")
    options = parser.parse_args()
    chosen = [kept_apart] * options.held_out + [another_hand] * options.another_hand
    chosen += [second] * options.second
    if options.tell and (chosen or options.all):
        parser.error("only the texts the rules were made with are looked at")
    for part in PARTS if options.all else chosen or [made_with]:
        _print(part, options.tell)


def _print(part: str, tell: bool) -> None:
    """The table of one part of the gold set."""
    held_out, folder = PARTS[part]
    start = perf_counter()
    scores = measure(held_out, tell, folder)
    count = sum(1 for _ in texts(held_out, folder))
    took = (perf_counter() - start) / max(count, 1) * 1000
    print(f"\n{part}: {count}, precision and recall, {took:.0f} ms a text")
    print(table(scores))


if __name__ == "__main__":
    main()

"""Precision and recall of the suggestions on the gold set: `python -m tests.article.measure`.

The gold set is tests/article/gold: a text and beside it what a cataloguer expects. Files whose
name begins with "held-out" are never looked at while the rules are made; `--held-out` measures
them alone, `--all` both. "optional" values are right when found and no loss when not.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from catalog_app.article.analyse import suggest
from catalog_app.article.suggestion import Suggestion, comparable
from catalog_app.article.text import read_article

GOLD = Path(__file__).parent / "gold"
KINDS = (
    "language", "title", "dateline", "source", "date", "person", "role", "body", "place", "topic",
    "genre",
)  # fmt: skip


@dataclass
class Score:
    """Counts of one kind: found and right, found and wrong, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The part of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def texts(held_out: bool) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """The texts of the gold set, those kept apart or the others."""
    for path in sorted(GOLD.glob("*.txt")):
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
        "date": {date.replace("--", "XXXX-", 1) if date.startswith("--") else date
                 for date in gold["dates"]},
        "person": set(gold["persons"]),
        "role": roles,
        "body": set(gold["bodies"]),
        "place": set(gold["places"]),
        "topic": set(gold["topics"]),
        "genre": {"abstract or summary" if gold["genre"] == "abstract" else gold["genre"]},
    }  # fmt: skip
    may = {"body": set(gold["optional_bodies"]), "place": set(gold["optional_places"])}
    return {kind: (sure[kind], may.get(kind, set())) for kind in KINDS}


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


def compare(gold: dict[str, Any], got: dict[str, set[str]]) -> dict[str, tuple[Score, str]]:
    """Kind → its counts, and what was wrong or missed in words."""
    result = {}
    for kind, (sure, may) in expected(gold).items():
        need, allowed = ({comparable(v): v for v in s} for s in (sure, may))
        have = {comparable(value): value for value in got[kind]}
        if kind == "role":  # only the roles of persons that the gold set gives a role
            persons = {key.split(" ")[0] for key in need}
            have = {key: v for key, v in have.items() if key.split(" ")[0] in persons}
        missed = [need[key] for key in need if key not in have]
        wrong = [have[key] for key in have if key not in need and key not in allowed]
        score = Score(len(need) - len(missed), 0 if kind == "topic" else len(wrong), len(missed))
        told = "; ".join([*(f"−{v}" for v in missed), *(f"+{v}" for v in wrong)])
        result[kind] = (score, "" if kind == "topic" and not missed else told)
    return result


def measure(held_out: bool, tell: bool = False) -> dict[tuple[str, str], Score]:
    """Kind and language → counts over the texts."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    for name, data, gold in texts(held_out):
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
    """Both figures; the gold set names some topics only, so that theirs have no precision."""
    precision = "    –" if kind == "topic" else f"{score.precision:5.2f}"
    return f"   {precision} {score.recall:5.2f}"


def main() -> None:
    """Print precision and recall per kind and language, and how long the analysis took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="the texts kept apart")
    parser.add_argument("--all", action="store_true", help="both, one table after the other")
    parser.add_argument("--tell", action="store_true", help="what was wrong or missed")
    options = parser.parse_args()
    if options.held_out and options.tell:
        parser.error("the texts kept apart are measured, not looked at")
    for held_out in (False, True) if options.all else (options.held_out,):
        start = perf_counter()
        scores = measure(held_out, options.tell)
        count = sum(1 for _ in texts(held_out))
        title = "Texts kept apart" if held_out else "Texts the rules were made with"
        took = (perf_counter() - start) / max(count, 1) * 1000
        print(f"\n{title}: {count}, precision and recall, {took:.0f} ms a text")
        print(table(scores))


if __name__ == "__main__":
    main()

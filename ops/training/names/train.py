"""Trains agents/tag/facts/data/names.npz.

    python ops/training/names/train.py EXAM      # the folder with training/ and tagging/

Needs python-crfsuite (for training alone).
"""

from __future__ import annotations

import argparse
import collections
import re
import tempfile
from pathlib import Path

import numpy as np
import pycrfsuite
from corpora import Sentence, conll, exam, uner

from agents.tag.facts import tagger
from agents.tag.facts.name_features import columns_of
from agents.tag.facts.name_lists import name_lists
from agents.tag.facts.place_names import place_names
from agents.tag.facts.segments import segments_of
from agents.tag.facts.words import words_of

DATA = Path(tagger.__file__).parent / "data"
COMMON_FROM = 2
"""A word counts as a common one if it is seen in lower case this often."""


def labels_of(sentence: Sentence) -> list[str]:
    words = words_of(sentence[0])
    labels = ["O"] * len(words)
    for start, end, kind in sentence[1]:
        inside = [i for i, word in enumerate(words) if word.start >= start and word.end <= end]
        for n, i in enumerate(inside):
            labels[i] = ("I-" if n else "B-") + kind
    return labels


def sequences(sentences: list[Sentence]) -> list[tuple[list[list[str]], list[str]]]:
    found = []
    for sentence in sentences:
        words, known, labels = words_of(sentence[0]), place_names(sentence[0]), labels_of(sentence)
        for first, last in segments_of(words):
            features = columns_of(words, known, [(first, last)]).names()
            found.append((features, labels[first : last + 1]))
    return found


def common_words(sentences: list[Sentence]) -> list[str]:
    counts: collections.Counter[str] = collections.Counter()
    for text, _ in sentences:
        counts.update(word for word in re.findall(r"(?<![\w@#.])[a-z]{2,}(?![\w@.]\w)", text))
    return sorted(word for word, count in counts.items() if count >= COMMON_FROM)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exam", type=Path)
    parser.add_argument("--c1", type=float, default=0.03)
    parser.add_argument("--c2", type=float, default=0.05)
    parser.add_argument("--min-weight", type=float, default=0.02)
    options = parser.parse_args()
    training, tagging = options.exam / "training", options.exam / "tagging"
    sentences = [
        *uner(training / "uner_ewt_dev.iob2.gz"),
        *exam(tagging / "ner_ewt.jsonl", unseen=False),
        *exam(tagging / "ner_pud.jsonl", unseen=False),
        *conll(training / "wikigold.conll.gz"),
        *conll(training / "wnut17.conll.gz"),
    ]
    (DATA / "common_words.txt").write_text(
        "# Words seen in lower case in the training texts: written with a capital they need not be names.\n"
        + "\n".join(common_words(sentences))
        + "\n"
    )
    name_lists.cache_clear()
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in sequences(sentences):
        trainer.append(features, labels)
    trainer.set_params({"c1": options.c1, "c2": options.c2, "max_iterations": 150, "feature.possible_transitions": True})
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        crf = pycrfsuite.Tagger()
        crf.open(file.name)
        info = crf.info()
    index = {label: i for i, label in enumerate(tagger.LABELS)}
    weights: dict[str, np.ndarray] = collections.defaultdict(lambda: np.zeros(len(tagger.LABELS)))
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= options.min_weight:
            weights[feature][index[label]] = weight
    transitions = np.zeros((len(index), len(index)))
    for (before, after), weight in info.transitions.items():
        transitions[index[before], index[after]] = weight
    for after in ("PER", "ORG", "LOC"):
        for before in tagger.LABELS:
            if before[2:] != after:
                transitions[index[before], index[f"I-{after}"]] = -100
    names = sorted(name for name in weights if "\n" not in name)
    np.savez_compressed(
        DATA / "names.npz",
        features=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        weights=np.array([weights[name] for name in names], dtype=np.float16),
        transitions=transitions.astype(np.float32),
    )
    print(f"{len(sentences)} sentences, {len(names)} features, {(DATA / 'names.npz').stat().st_size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main()

"""Reading labelled sentences, varying them, and training on a small part of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extraction.models.augment import augmented
from extraction.models.crf import MODEL, CrfPersons, names_of
from extraction.models.features import features_of
from extraction.models.labelled import HELD_OUT, TRAINING, BadLabels, read_conll, read_own
from extraction.models.tokens import spans_of, tokens_of
from extraction.models.train import main
from extraction.models.training import TEST_FILES, TRAIN_FILES, Score, score, train

CONLL = "Kata ADP O\r\nDr. PROPN O\nWayan PROPN B-PER\nSu'ada PROPN I-PER\n, PUNCT O\n\nBawaslu PROPN B-ORG\n\n\n"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_own_format(tmp_path: Path) -> None:
    (one, two) = read_own(written(tmp_path / "a.txt", '# remark\n\nKata [Siti Rohmah], "ya".\nTidak ada nama.\n'))
    assert one == [("Kata", "O"), ("Siti", "B"), ("Rohmah", "I"), (",", "O"), ('"', "O"), ("ya", "O"), ('"', "O"), (".", "O")]
    assert {label for _, label in two} == {"O"}


@pytest.mark.parametrize("line", ["Kata [Siti", "Kata Siti]", "Kata []", "]Kata[", "[[Siti]]"])
def test_unpaired_brackets_are_told_with_their_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadLabels, match=r"a\.txt:2"):
        read_own(written(tmp_path / "a.txt", f"# remark\n{line}\n"))


def test_sets_with_or_without_part_of_speech(tmp_path: Path) -> None:
    (one, two) = read_conll(written(tmp_path / "a.txt", CONLL))
    assert one == [("Kata", "O"), ("Dr", "O"), (".", "O"), ("Wayan", "B"), ("Su'ada", "I"), (",", "O")]
    assert two == [("Bawaslu", "O")]
    (three,) = read_conll(written(tmp_path / "b.txt", "J.B.\tB-PERSON\nLasut\tI-PERSON\n"))
    assert three == [("J", "B"), (".", "I"), ("B", "I"), (".", "I"), ("Lasut", "I")]


def test_a_line_without_label_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLabels, match=r"a\.txt:2: no label"):
        read_conll(written(tmp_path / "a.txt", "Kata O\nSiti\n"))


def test_the_shipped_sentences_are_many_and_apart() -> None:
    training, held_out = read_own(TRAINING), read_own(HELD_OUT)
    assert len(training) >= 300
    assert len(held_out) >= 100
    texts = {" ".join(token for token, _ in sentence) for sentence in training}
    assert not texts & {" ".join(token for token, _ in sentence) for sentence in held_out}
    full = {tuple(s[a:b]) for s in training for a, b in names_of([label for _, label in s]) if b - a > 1}
    assert not full & {tuple(s[a:b]) for s in held_out for a, b in names_of([label for _, label in s])}


def test_variants_change_names_only_and_are_the_same_for_a_seed() -> None:
    own = read_own(TRAINING)[:40]
    varied = augmented(own, 2, seed=3)
    assert varied == augmented(own, 2, seed=3) != augmented(own, 2, seed=4)
    assert varied[:40] == own
    for old, new in zip(own * 2, varied[40:], strict=True):
        assert [token for token, label in new if label == "O"] == [token for token, label in old if label == "O"]
        assert len(names_of([label for _, label in new])) == len(names_of([label for _, label in old]))


def test_tokens_cover_words_and_marks() -> None:
    text = "Ma'rufah, S.H. (0999/3) abu-abu!"
    assert tokens_of(text) == ["Ma'rufah", ",", "S", ".", "H", ".", "(", "0999/3", ")", "abu-abu", "!"]
    assert [text[a:b] for a, b in spans_of(text)] == tokens_of(text)


def test_features_tell_lists_shapes_and_neighbours() -> None:
    rows = features_of(["kata", "Siti", "."])
    assert {"w=siti", "s=Xx", "l=first", "-1w=kata", "-1l=before", "1w=.", "mixed"} <= set(rows[1])
    assert "-1edge" in rows[0]
    assert "1edge" in rows[2]
    assert {"caps"} <= set(features_of(["Lurah", "Siti", "Minta", "Maaf"])[0])
    assert features_of([]) == []


def test_training_on_a_few_sentences_works_and_gives_the_same_bytes(tmp_path: Path) -> None:
    few = read_own(TRAINING)[:80]
    for name in ("a", "b"):
        train(few, tmp_path / name, iterations=20)
    assert hashlib.sha256((tmp_path / "a").read_bytes()).digest() == hashlib.sha256((tmp_path / "b").read_bytes()).digest()
    model = CrfPersons(tmp_path / "a")
    assert score(model, few).f1 > 0.9
    assert model.person_spans("Ketua Bawaslu Kabupaten Ranu Asri, Sari Wibowo, hadir.")


def test_the_command_trains_measures_and_names_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = MODEL.read_bytes()
    for name in [*TRAIN_FILES, *TEST_FILES.values()]:
        written(tmp_path / "sets" / name, CONLL)
    main([str(tmp_path / "sets"), "--output", str(tmp_path / "m")])
    printed = capsys.readouterr().out
    assert "sha256" in printed
    assert "own held-out: F1" in printed
    assert (tmp_path / "m").stat().st_size > 0
    assert MODEL.read_bytes() == before
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert TRAIN_FILES[0] in capsys.readouterr().err


def test_score() -> None:
    assert (Score(1, 2, 4).precision, Score(1, 2, 4).recall) == (0.5, 0.25)
    assert Score(1, 2, 2).f1 == 0.5
    assert Score(0, 0, 0).f1 == Score(0, 0, 0).precision == Score(0, 0, 0).recall == 0.0

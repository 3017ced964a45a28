"""Forms (codebook 5, 12.13): what somebody is said to have done, apart from what is only named as forbidden."""

from __future__ import annotations

from extraction.events.lexicon import classes, cues
from extraction.events.scene import Scene
from extraction.model import Form


def forms_in(scene: Scene, index: int, *, case_led: bool = False) -> tuple[list[Form], list[Form]]:
    """Forms alleged and forms only forbidden, as the sentence names them; where a case leads, a pronoun may stand for its accused."""
    finder, _ = classes("forms", "words")
    sentence = scene.sentences[index]
    found = list(dict.fromkeys(Form(m.lastgroup or "") for m in finder.finditer(scene.whole, sentence.start, sentence.end)))
    if not found:
        return [], []
    alleged = cues("forms", "rules", "alleged").search(sentence.text) is not None
    alleged = alleged or (case_led and cues("forms", "rules", "they").search(sentence.text) is not None)
    forbidden = cues("forms", "rules", "forbidden").search(sentence.text) is not None
    conditional = cues("modality", "condition", "sentence").search(sentence.text) is not None
    if Form.POSTING_DUKUNGAN in found:  # support that is declared by a post is the post
        found = [f for f in found if f is not Form.DEKLARASI_DUKUNGAN]
    if forbidden or conditional:
        return ([], found)
    return (found, []) if alleged else ([], [])

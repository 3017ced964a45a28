"""Forms (codebook 5, 12.13): what somebody is said to have done, apart from what is only named as forbidden."""

from __future__ import annotations

from extraction.events.lexicon import classes, cues
from extraction.events.scene import Scene
from extraction.model import Form


def forms_in(scene: Scene, index: int, *, case_led: bool = False) -> tuple[list[Form], list[Form]]:
    """Forms alleged and forms only forbidden, as the sentence names them.

    Where a case leads, a sentence about its accused (a pronoun, an office of the apparatus) alleges without saying so again.
    """
    finder, _ = classes("forms", "words")
    sentence = scene.sentences[index]
    found = list(dict.fromkeys(Form(m.lastgroup or "") for m in finder.finditer(scene.whole, sentence.start, sentence.end)))
    if not found or _says("nobody", sentence.text):
        return [], []
    if Form.POSTING_DUKUNGAN in found:  # support that is declared by a post is the post
        found = [f for f in found if f is not Form.DEKLARASI_DUKUNGAN]
    if _says("forbidden", sentence.text) or cues("modality", "condition", "sentence").search(sentence.text):
        return [], found
    if _says("alleged", sentence.text):
        return found, []
    if _says("example", sentence.text):
        return [], found
    if case_led and _says("accused", sentence.text) and not _says("norm", sentence.text):
        return found, []
    return [], []


def without_bare_support(scene: Scene, alleged: list[Form]) -> list[Form]:
    """Without `lainnya` where only bare support ("mendukung calon") stands for it beside forms that tell how it was shown."""
    if len(alleged) < 2 or Form.LAINNYA not in alleged:
        return alleged
    finder, _ = classes("forms", "words")
    others = [m[0] for m in finder.finditer(scene.whole) if m.lastgroup == Form.LAINNYA]
    bare = all(cues("forms", "rules", "bare_support").match(printed) for printed in others)
    return [f for f in alleged if f is not Form.LAINNYA] if bare else alleged


def _says(rule: str, text: str) -> bool:
    return cues("forms", "rules", rule).search(text) is not None

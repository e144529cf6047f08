"""Dutch is the source and can't be incomplete; English is a translation and must be complete."""

import re

from tests.architecture.texts import catalogue, source_texts


def translated() -> dict:
    return {
        message.id: message.string
        for message in catalogue()
        if message.id and not message.fuzzy and message.string and all(message.string)
    }


def test_english_has_every_text():
    assert source_texts() - set(translated()) == set()


def test_a_translation_names_the_same_values():
    def names(text: str) -> set[str]:
        return set(re.findall(r"%\((\w+)\)", text))

    for text, translation in translated().items():
        if isinstance(text, str):
            assert names(text) == names(translation), text

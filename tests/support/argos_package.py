"""Real Argos packages, made on the spot: a word-for-word Transformer whose weights are set by hand.

How it translates without training: half of the model's dimensions carry a random code for the position, the
other half a random code for a token. A source piece is embedded as the code of its *translation*, plus the
code of its position. The decoder embeds nothing but its own position, so its last cross-attention finds the
source piece at the same position and copies the token's code, and the output projection reads the code off.
A piece the lexicon does not have is unknown to the model, and the engine copies it (`replace_unknowns`).

The pieces of a target token are written with `▁` for a blank, so one token may be several words; the token
`<blank>` is nothing. Both plant errors: `non` as `<blank>` drops every *not*.
"""

from __future__ import annotations

import json
import struct
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ITALIAN_ENGLISH = {
    "il": "the", "la": "the", "lo": "the", "i": "the", "le": "the", "gli": "the", "un": "a", "una": "a",
    "gatto": "cat", "cane": "dog", "casa": "house", "acqua": "water", "governo": "government",
    "sanzioni": "sanctions", "accordo": "agreement", "ponte": "bridge", "sindaco": "mayor", "mangia": "eats",
    "beve": "drinks", "dorme": "sleeps", "vede": "sees", "revoca": "lifts", "ripristina": "restores",
    "firma": "signs", "dice": "states", "non": "not", "è": "is", "e": "and", "grande": "big", "nuovo": "new",
    "oggi": "today", "domani": "tomorrow", "andiamo": "let's▁go", "con": "with", "di": "of", "a": "to",
    "in": "in", "ciao": "hello", "mondo": "world",
}  # fmt: skip
"""Italian words and their English, enough for a sentence or two."""


@dataclass(frozen=True)
class Shape:
    """The size of a model; the default is the smallest that translates (under 30 KB)."""

    encoder_layers: int = 1
    decoder_layers: int = 1
    heads: int = 1
    dimensions: int = 128
    inner: int = 8
    positions: int = 1026
    quantization: str | None = None
    noise: bool = False
    """Fill the layers that do nothing with small random weights, so that they cost what real ones cost."""


def lexicon(words: Mapping[str, str]) -> dict[str, str]:
    """Source pieces and their target tokens, from words: also capitalised, elided and with punctuation."""
    pieces: dict[str, str] = {}
    for word, translation in words.items():
        blank = translation == "<blank>"
        pieces[f"▁{word}"] = translation if blank else f"▁{translation}"
        pieces[f"▁{word.capitalize()}"] = translation if blank else f"▁{translation.capitalize()}"
        if word[0] in "aeiouàèéìòù" and len(word) > 3 and not blank:
            pieces[word] = f"▁{translation}"  # after an elision: l'acqua
    pieces |= {"▁l'": "▁the", "▁L'": "▁The", "▁dell'": "▁of▁the", "▁": "▁"}
    return pieces | {mark: mark for mark in '.,;:!?"()«»'}


def write_package(
    path: Path,
    words: Mapping[str, str] = ITALIAN_ENGLISH,
    *,
    languages: tuple[str, str] = ("it", "en"),
    version: str = "1.0",
    root: str | None = None,
    shape: Shape = Shape(),
    metadata: Mapping[str, object] | None = None,
) -> Path:
    """Writes an Argos package (a zip) that translates word for word, and returns its path."""
    source, target = languages
    root = root or f"translate-{source}_{target}-{version.replace('.', '_')}"
    about = {
        "package_version": version, "argos_version": "1.0", "type": "translate",
        "from_code": source, "from_name": source.upper(), "to_code": target, "to_name": target.upper(),
    } | dict(metadata or {})  # fmt: skip
    pieces = lexicon(words)
    with tempfile.TemporaryDirectory() as folder:
        write_model(Path(folder), pieces, shape)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(f"{root}/metadata.json", json.dumps(about))
            package.writestr(f"{root}/README.md", "# Made by hand for the tests\n")
            package.writestr(f"{root}/sentencepiece.model", sentencepiece_model(pieces))
            for file in sorted(Path(folder).iterdir()):
                package.write(file, f"{root}/model/{file.name}")
    return path


def write_model(folder: Path, pieces: Mapping[str, str], shape: Shape) -> None:
    """Saves a CTranslate2 model that turns each source piece into its target token."""
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    d = shape.dimensions
    head = d // shape.heads
    h = head // 2 if shape.heads == 1 else head  # how many dimensions carry the position
    random = np.random.default_rng(0)

    def codes(count: int, size: int) -> Matrix:
        return random.choice(np.array([-1, 1], np.float32), size=(count, size))

    special = ["<unk>", "<s>", "</s>"]
    source = special + list(pieces)
    target = special + sorted(set(pieces.values()) - set(special))
    number = {token: index for index, token in enumerate(target)}
    token = np.zeros((len(target), d), np.float32)
    token[:, h:] = codes(len(target), d - h)
    position = np.zeros((shape.positions, d), np.float32)
    position[:, :h] = codes(shape.positions, h)
    translated = {"<unk>": "<unk>", "<s>": "</s>", "</s>": "</s>"} | dict(pieces)

    spec = TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers), shape.heads, pre_norm=True, rms_norm=True
    )
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    embeddings = (np.stack([token[number[translated[piece]]] for piece in source]), np.zeros_like(token))
    for side, embedding in zip((spec.encoder, spec.decoder), embeddings, strict=True):
        slot = side.embeddings
        (slot[0] if isinstance(slot, list) else slot).weight = embedding
        side.scale_embeddings = False
        side.position_encodings.encodings = position
        side.layer_norm.gamma = np.ones(d, np.float32)

    def fill(linear: object, rows: int, columns: int, scale: float) -> None:
        size = (rows, columns)
        weight = random.normal(0, scale, size) if shape.noise else np.zeros(size)
        linear.weight, linear.bias = weight.astype(np.float32), np.zeros(rows, np.float32)  # type: ignore[attr-defined]

    for side in (spec.encoder, spec.decoder):
        for layer in side.layer:
            attentions = [layer.self_attention]
            fill(layer.self_attention.linear[0], 3 * d, d, d**-0.5)
            fill(layer.self_attention.linear[1], d, d, 1e-4)
            if side is spec.decoder:
                attentions.append(layer.attention)
                fill(layer.attention.linear[0], d, d, d**-0.5)
                fill(layer.attention.linear[1], 2 * d, d, d**-0.5)
                fill(layer.attention.linear[2], d, d, 1e-4)
            for attention in attentions:
                attention.layer_norm.gamma = np.ones(d, np.float32)
            layer.ffn.layer_norm.gamma = np.ones(d, np.float32)
            fill(layer.ffn.linear_0, shape.inner, d, d**-0.5)
            fill(layer.ffn.linear_1, d, shape.inner, 1e-4)

    pick = np.zeros((d, d), np.float32)  # the position's code, once for every head
    for start in range(0, d, head):
        pick[start + np.arange(h), np.arange(h)] = 8
    copy = spec.decoder.layer[-1].attention.linear
    copy[0].weight = pick
    copy[1].weight = np.concatenate([pick, np.eye(d, dtype=np.float32)])
    copy[2].weight = np.diag((np.arange(d) >= h) * np.float32(4))
    spec.decoder.projection.weight = token * np.float32(40 / (d - h))
    spec.decoder.projection.bias = np.zeros(len(target), np.float32)
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    spec.validate()
    spec.optimize(quantization=shape.quantization)
    spec.save(str(folder))


def sentencepiece_model(pieces: Iterable[str]) -> bytes:
    """A SentencePiece unigram model of these pieces and of single characters, as its protocol buffer.

    Field numbers are those of `sentencepiece_model.proto`.
    """
    pieces = list(pieces)
    characters = set(map(chr, range(33, 127))) | set("àèéìòùÀÈÉÌÒÙçñöüäëïâêîôûßœæ«»“”’‘…–—€°▁")
    characters |= {character for piece in pieces for character in piece}
    out = _piece("<unk>", 0.0, 2) + b"".join(_piece(name, 0.0, 3) for name in ("<s>", "</s>", "<blank>"))
    out += b"".join(_piece(piece, -1.0) for piece in pieces)
    out += b"".join(_piece(character, -10.0) for character in sorted(characters - set(pieces)))
    out += _message(2, _varint(3 << 3) + _varint(1))  # trainer_spec.model_type: unigram
    blanks = b"".join(_varint(field << 3) + _varint(1) for field in (3, 4, 5))
    return out + _message(3, _message(1, b"identity") + blanks)


def _varint(number: int) -> bytes:
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def _message(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _piece(text: str, score: float, kind: int = 1) -> bytes:
    content = _message(1, text.encode()) + _varint(2 << 3 | 5) + struct.pack("<f", score)
    return _message(1, content if kind == 1 else content + _varint(3 << 3) + _varint(kind))

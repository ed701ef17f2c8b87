#!/usr/bin/python3
"""Checks the vectors in the directory given: section 11 of proto/README.md.

Exit status 1 if one of them is not what it says.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from google.protobuf.message import DecodeError, Message

from assay.v1.envelope_pb2 import Envelope
from assay.v1.session_pb2 import AgentFrame, CollectorFrame
from statements import key_id, pre_auth_encoding, sign, verifies

FRAMES = {"agent": AgentFrame, "collector": CollectorFrame}


def envelope_faults(vectors: dict) -> Iterator[str]:
    """Names of the vectors, and of keys, that are not what they say."""
    private, public = {}, {}
    for name, key in vectors["keys"].items():
        pkcs8, spki = key["private_key_pkcs8"], key["public_key_spki"]
        private[name] = serialization.load_der_private_key(bytes.fromhex(pkcs8), None)
        public[name] = serialization.load_der_public_key(bytes.fromhex(spki))
        if key_id(public[name]).hex() != key["key_id"]:
            yield f"key id of {name}"
    for vector in vectors["envelopes"]:
        kind, payload = vector["kind"], bytes.fromhex(vector["payload"])
        envelope = Envelope(
            payload=payload,
            key_id=bytes.fromhex(vector["key_id"]),
            signature=bytes.fromhex(vector["signature"]),
        )
        key = vector["key"]
        if pre_auth_encoding(kind, payload).hex() != vector["pre_auth_encoding"]:
            yield f"{vector['name']}: pre-authentication encoding"
        if verifies(kind, envelope, public[key]) != vector["valid"]:
            yield f"{vector['name']}: verification"
        if not verifies(kind, sign(kind, payload, private[key]), public[key]):
            yield f"{vector['name']}: our own signature"


def frame_faults(vectors: dict) -> Iterator[str]:
    for vector in vectors["frames"]:
        said = outcome(FRAMES[vector["sender"]], bytes.fromhex(vector["frame"]))
        if "message" in vector:
            right = includes(said, vector["message"])
        elif vector.get("passed_over"):
            right = said == "frame_unexpected"
        else:
            right = said == vector["error"]
        if not right:
            yield f"{vector['sender']}: {vector['name']}: {said}"


def outcome(frame_type: type[Message], frame: bytes) -> dict | str:
    """What a frame means in the vectors' words, or the code it is refused with."""
    try:
        frame = frame_type.FromString(frame)
    except DecodeError:
        return "frame_malformed"
    kind = frame.WhichOneof("frame")
    if kind is None:
        return "frame_unexpected"
    message = getattr(frame, kind)
    if isinstance(message, Envelope):
        return {"type": kind, "envelope": plain(message)}
    if kind == "command":
        return {"type": kind, "command": message.WhichOneof("command")}
    return {"type": kind, **plain(message)}


def plain(value: object) -> object:
    """A value in the words that the vectors have for it."""
    if isinstance(value, bytes):
        return value.hex()
    if not isinstance(value, Message):
        return value
    fields = {}
    for field in value.DESCRIPTOR.fields:
        content = getattr(value, field.name)
        if field.label == field.LABEL_REPEATED:
            content = [plain(item) for item in content]
        elif field.message_type:
            content = plain(content) if value.HasField(field.name) else None
        elif field.enum_type:
            content = field.enum_type.values_by_number[content].name
        head, *rest = field.name.removesuffix("_ms").split("_")
        fields[head + "".join(map(str.capitalize, rest))] = plain(content)
    return fields


def includes(said: object, expected: object) -> bool:
    if isinstance(said, dict) and isinstance(expected, dict):
        return all(includes(said.get(key), expected[key]) for key in expected)
    if isinstance(said, list) and isinstance(expected, list):
        return len(said) == len(expected) and all(map(includes, said, expected))
    return said == expected


def main() -> int:
    directory = Path(sys.argv[1])
    envelopes = json.loads((directory / "envelopes.json").read_text())
    frames = json.loads((directory / "frames.json").read_text())
    faults = [*envelope_faults(envelopes), *frame_faults(frames)]
    for fault in faults:
        print(fault)
    print(len(envelopes["envelopes"]), "envelopes,", len(frames["frames"]), "frames")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

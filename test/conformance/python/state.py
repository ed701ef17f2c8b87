"""What the agent keeps on its disk, readable by its own user alone."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from statements import PrivateKey


@dataclass(frozen=True)
class Identity:
    url: str
    device_id: str
    collector_id: str
    ca_pem: str | None


@dataclass(frozen=True)
class LastReport:
    """The last report that was signed: on disk before it is sent."""

    number: int
    digest: str


class State:
    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._directory = directory

    def key(self, algorithm: str) -> PrivateKey:
        """The device key; made, and durable, at the first call."""
        pem = self._load("key.pem")
        if pem is not None:
            return serialization.load_pem_private_key(pem, password=None)
        key = (
            ed25519.Ed25519PrivateKey.generate()
            if algorithm == "ed25519"
            else ec.generate_private_key(ec.SECP256R1())
        )
        encoded = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        self._store("key.pem", encoded)
        return key

    @property
    def identity(self) -> Identity | None:
        text = self._load("identity.json")
        return None if text is None else Identity(**json.loads(text))

    @identity.setter
    def identity(self, identity: Identity) -> None:
        self._store("identity.json", json.dumps(asdict(identity)).encode())

    @property
    def last_report(self) -> LastReport | None:
        text = self._load("last-report.json")
        return None if text is None else LastReport(**json.loads(text))

    @last_report.setter
    def last_report(self, last: LastReport) -> None:
        self._store("last-report.json", json.dumps(asdict(last)).encode())

    def _load(self, name: str) -> bytes | None:
        try:
            return (self._directory / name).read_bytes()
        except FileNotFoundError:
            return None

    def _store(self, name: str, content: bytes) -> None:
        """Whole or not at all, and durable when it returns."""
        fresh = self._directory / f"{name}.new"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(self._directory / name)
        directory = os.open(self._directory, os.O_RDONLY)
        os.fsync(directory)
        os.close(directory)

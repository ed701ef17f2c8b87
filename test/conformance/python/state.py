"""What the agent keeps on its disk, readable by its own user alone."""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from files import move, store
from journal import Journal
from statements import PrivateKey

PRESENT = "key.pem"
NEXT = "next-key.pem"
IDENTITY = "identity.json"
LAST_REPORT = "last-report.json"
JOURNAL = "journal"


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
    """`present` is the device key; `next` one that is to take its place, if any."""

    def __init__(self, directory: Path, algorithm: str) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._directory = directory
        self._algorithm = algorithm
        self.present = self._load_key(PRESENT) or self._make_key(PRESENT)
        self.next = self._load_key(NEXT)
        self.journal = Journal(directory / JOURNAL)

    def make_next(self) -> PrivateKey:
        """Durable when it returns; the same again until it is promoted."""
        self.next = self.next or self._make_key(NEXT)
        return self.next

    def promote_next(self) -> None:
        move(self._directory / NEXT, self._directory / PRESENT)
        self.present, self.next = self.next, None

    def wipe(self) -> None:
        for name in (IDENTITY, LAST_REPORT, NEXT, PRESENT):
            (self._directory / name).unlink(missing_ok=True)
        shutil.rmtree(self._directory / JOURNAL)

    @property
    def identity(self) -> Identity | None:
        text = self._load(IDENTITY)
        return None if text is None else Identity(**json.loads(text))

    @identity.setter
    def identity(self, identity: Identity) -> None:
        self._store(IDENTITY, json.dumps(asdict(identity)).encode())

    @property
    def last_report(self) -> LastReport | None:
        text = self._load(LAST_REPORT)
        return None if text is None else LastReport(**json.loads(text))

    @last_report.setter
    def last_report(self, last: LastReport) -> None:
        self._store(LAST_REPORT, json.dumps(asdict(last)).encode())

    def _load_key(self, name: str) -> PrivateKey | None:
        pem = self._load(name)
        return serialization.load_pem_private_key(pem, None) if pem else None

    def _make_key(self, name: str) -> PrivateKey:
        key = (
            ed25519.Ed25519PrivateKey.generate()
            if self._algorithm == "ed25519"
            else ec.generate_private_key(ec.SECP256R1())
        )
        encoded = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        self._store(name, encoded)
        return key

    def _load(self, name: str) -> bytes | None:
        try:
            return (self._directory / name).read_bytes()
        except FileNotFoundError:
            return None

    def _store(self, name: str, content: bytes) -> None:
        store(self._directory / name, content)

"""Reports that no collector has acknowledged yet, kept to be delivered as history."""

import json
from collections import Counter
from pathlib import Path

from google.protobuf.message import DecodeError

from assay.v1.envelope_pb2 import Envelope
from assay.v1.report_pb2 import Lost
from files import store

MAX_REPORTS = 100
# With reports of about a kilobyte a frame stays well below its limit.
BATCH_REPORTS = 32


class Journal:
    """One file a report; `lost` are the totals of what had to be dropped."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, exist_ok=True)
        self._directory = directory
        self._totals = directory / "lost.json"

    @property
    def lost(self) -> Lost | None:
        totals = self._lost()
        return Lost(**totals) if totals else None

    def add(self, number: int, envelope: Envelope) -> None:
        store(self._directory / f"{number:016}", envelope.SerializeToString())
        overflow = self._numbers()[:-MAX_REPORTS]
        if overflow:
            self.drop(overflow, "full")

    def next_batch(self) -> list[tuple[int, Envelope]]:
        """The oldest reports, in the order of their numbers."""
        batch = []
        for number in self._numbers()[:BATCH_REPORTS]:
            try:
                content = (self._directory / f"{number:016}").read_bytes()
                batch.append((number, Envelope.FromString(content)))
            except DecodeError:
                self.drop([number], "damaged")
        return batch

    def acknowledged(self, number: int) -> None:
        self._remove([known for known in self._numbers() if known <= number])

    def drop(self, numbers: list[int], why: str) -> None:
        """Counted before they go: rather one too many than one unsaid."""
        totals = self._lost()
        totals[why] += len(numbers)
        store(self._totals, json.dumps(totals).encode())
        self._remove(numbers)

    def _numbers(self) -> list[int]:
        names = (path.name for path in self._directory.iterdir())
        return sorted(int(name) for name in names if name.isdigit())

    def _remove(self, numbers: list[int]) -> None:
        for number in numbers:
            (self._directory / f"{number:016}").unlink()

    def _lost(self) -> Counter[str]:
        if not self._totals.exists():
            return Counter()
        return Counter(json.loads(self._totals.read_text()))

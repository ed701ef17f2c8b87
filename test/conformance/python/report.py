"""A report: numbered, signed, and on disk before anybody gets it."""

import hashlib
import time

from assay.v1.envelope_pb2 import Envelope
from assay.v1.report_pb2 import Report
from assay.v1.signals_pb2 import Observation
from observe import boot_id
from state import Identity, LastReport, State
from statements import PrivateKey, sign


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def sign_report(
    state: State,
    identity: Identity,
    key: PrivateKey,
    *,
    number: int,
    nonce: bytes,
    observed: list[Observation],
) -> Envelope:
    """In the journal, and the last one signed, when this returns."""
    report = Report(
        device_id=identity.device_id,
        number=number,
        nonce=nonce,
        boot_id=boot_id(),
        created_at_ms=now_ms(),
        signals=observed,
        lost=state.journal.lost,
    )
    payload = report.SerializeToString()
    envelope = sign("report", payload, key)
    state.last_report = LastReport(number, hashlib.sha256(payload).hexdigest())
    state.journal.add(number, envelope)
    return envelope

#!/usr/bin/python3
"""A small second agent, written from proto/README.md alone.

Enrolls with the join string in ASSAY_JOIN_STRING, once; then reports. Each line of
output is a JSON object. Exit status: 0 done, 1 refused for good or not to be trusted,
75 not now (with --once), 2 wrong usage.
"""

import argparse
import asyncio
import hashlib
import json
import os
import random
import sys
import time
from http.client import HTTPException
from pathlib import Path

from google.protobuf.message import Message
from websockets.exceptions import InvalidHandshake

from assay.v1.assessment_pb2 import Tier
from assay.v1.enrollment_pb2 import Enrollment
from assay.v1.report_pb2 import Report
from assay.v1.session_pb2 import Ack, Hello, Unchanged
from assay.v1.session_pb2 import LastReport as SignedLast
from connection import Connection, Refused, open_connection
from observe import AGENT_VERSION, boot_id, facts, hardware, observe
from state import Identity, LastReport, State
from statements import PrivateKey, sign, spki
from trust import TrustError, fetch_pinned_ca, parse_join_string

EX_REFUSED = 1
EX_TEMPFAIL = 75
MAX_BACKOFF_S = 60


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


async def enroll(state: State, key: PrivateKey, join_text: str) -> Identity:
    join = parse_join_string(join_text)
    ca_pem = fetch_pinned_ca(join.url, join.pin) if join.pin else None
    async with open_connection(join.url, ca_pem) as connection:
        statement = Enrollment(
            nonce=connection.challenge.nonce,
            collector_id=connection.challenge.collector_id,
            token=join.token,
            public_key=spki(key.public_key()),
            key_storage="file",
            platform="linux",
            hardware=hardware(),
            agent_version=AGENT_VERSION,
        )
        await connection.send(
            enroll=sign("enrollment", statement.SerializeToString(), key)
        )
        enrolled = await connection.expect("enrolled")
        collector_id = connection.challenge.collector_id
    state.identity = Identity(join.url, enrolled.device_id, collector_id, ca_pem)
    say("enrolled", device=enrolled.device_id, state=enrolled.state)
    return state.identity


class Session:
    """Reports at once, then when clock, device or collector ask for it."""

    def __init__(
        self, connection: Connection, state: State, identity: Identity, key: PrivateKey
    ) -> None:
        self._connection = connection
        self._state = state
        self._identity = identity
        self._key = key
        self._recheck = False

    async def open(self) -> None:
        challenge = self._connection.challenge
        if challenge.collector_id != self._identity.collector_id:
            raise TrustError("collector_changed", "this is another collector")
        hello = Hello(
            device_id=self._identity.device_id,
            nonce=challenge.nonce,
            collector_id=challenge.collector_id,
            agent_version=AGENT_VERSION,
            boot_id=boot_id(),
        )
        if last := self._state.last_report:
            digest = bytes.fromhex(last.digest)
            hello.last_report.CopyFrom(SignedLast(number=last.number, digest=digest))
        await self._connection.send(
            hello=sign("hello", hello.SerializeToString(), self._key)
        )
        self._welcome = await self._connection.expect("welcome")
        say("welcome", last_report_number=self._welcome.last_report_number)

    async def report(self, number: int | None = None) -> None:
        """Signs all that is observed now; `number` overrides the next free one."""
        observed = observe()
        last = self._state.last_report
        used = max(last.number if last else 0, self._welcome.last_report_number)
        report = Report(
            device_id=self._identity.device_id,
            number=used + 1 if number is None else number,
            nonce=self._connection.challenge.nonce,
            boot_id=boot_id(),
            created_at_ms=time.time_ns() // 1_000_000,
            signals=observed,
        )
        payload = report.SerializeToString()
        digest = hashlib.sha256(payload).hexdigest()
        self._last = self._state.last_report = LastReport(report.number, digest)
        self._facts = facts(observed)
        self._reported_at = time.monotonic()
        self._recheck = False
        await self._connection.send(report=sign("report", payload, self._key))
        await self._acknowledged("report")

    async def follow(self) -> None:
        """Says Unchanged, or reports, until the connection ends."""
        while True:
            full_due = self._reported_at + self._welcome.full_report_interval_s
            until_full = full_due - time.monotonic()
            wait = max(0, min(self._welcome.report_interval_s, until_full))
            try:
                self._take(*await asyncio.wait_for(self._connection.receive(), wait))
            except asyncio.TimeoutError:
                pass
            else:
                if not self._recheck:
                    continue
            due = time.monotonic() >= full_due
            if self._recheck or due or facts(observe()) != self._facts:
                await self.report()
            else:
                digest = bytes.fromhex(self._last.digest)
                unchanged = Unchanged(report_number=self._last.number, digest=digest)
                await self._connection.send(unchanged=unchanged)
                await self._acknowledged("unchanged")

    async def _acknowledged(self, what: str) -> None:
        while True:
            kind, message = await self._connection.receive()
            if kind != "ack":
                self._take(kind, message)
            elif message.report_number == self._last.number:
                return say("ack", of=what, **_told(message))

    def _take(self, kind: str, message: Message) -> None:
        if kind == "command" and message.WhichOneof("command") == "recheck":
            self._recheck = True
            say("recheck")


def _told(ack: Ack) -> dict[str, object]:
    told: dict[str, object] = {"number": ack.report_number}
    if ack.HasField("assessment"):
        verdict = ack.assessment
        told["score"] = verdict.score
        told["tier"] = Tier.Name(verdict.tier)
        told["mend"] = [f"{f.title}: {f.remedy}" for f in verdict.findings]
    return told


async def run(options: argparse.Namespace) -> int:
    state = State(options.state)
    key = state.key(options.key)
    attempt = 0
    while True:
        try:
            identity = state.identity or await enroll(
                state, key, os.environ.get("ASSAY_JOIN_STRING", "")
            )
            async with open_connection(identity.url, identity.ca_pem) as connection:
                session = Session(connection, state, identity, key)
                await session.open()
                await session.report(options.report_number)
                attempt = 0
                if options.once:
                    return 0
                await session.follow()
        except TrustError as error:
            say("stopped", code=error.code, message=str(error))
            return EX_REFUSED
        except Refused as refused:
            say("refused", code=refused.code, message=str(refused), retry=refused.retry)
            if not refused.retry:
                return EX_REFUSED
            at_least = refused.retry_after_s
        except (OSError, HTTPException, InvalidHandshake) as error:
            say("unreachable", message=str(error))
            at_least = 0
        if options.once:
            return EX_TEMPFAIL
        backoff = random.uniform(0, min(MAX_BACKOFF_S, 2**attempt))
        attempt = min(attempt + 1, 6)
        await asyncio.sleep(max(at_least, backoff))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="directory it keeps")
    parser.add_argument("--key", choices=["es256", "ed25519"], default="es256")
    parser.add_argument("--once", action="store_true", help="one report, then end")
    parser.add_argument(
        "--report-number",
        type=int,
        help="number the first report so, whatever was used before: to see it refused",
    )
    try:
        return asyncio.run(run(parser.parse_args()))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())

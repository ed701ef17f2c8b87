"""One session, from hello to its end: sections 3 to 6 of proto/README.md."""

import asyncio
import time

from google.protobuf.message import Message

from assay.v1.assessment_pb2 import Tier
from assay.v1.enrollment_pb2 import Rotation, RotationProof
from assay.v1.session_pb2 import Ack, Hello, History, Unchanged
from assay.v1.session_pb2 import LastReport as SignedLast
from connection import Connection, Refused
from observe import AGENT_VERSION, boot_id, facts, observe
from output import say
from report import now_ms, sign_report
from state import Identity, State
from statements import PrivateKey, key_id, sign, spki
from trust import TrustError


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
        self._rotate = False

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

    async def deliver_history(self) -> None:
        """What was never acknowledged, before the first report of now."""
        journal = self._state.journal
        while batch := journal.next_batch():
            reports = [envelope for _, envelope in batch]
            history = History(reports=reports, agent_time_ms=now_ms())
            try:
                await self._connection.send(history=history)
                answer = await self._answer("history_ack")
            except Refused as refused:
                if refused.retry:
                    raise
                journal.drop([number for number, _ in batch], "refused")
                # Without it the next connection gets on to what is observed now.
                raise Refused(refused.code, str(refused), retry=True) from refused
            journal.acknowledged(answer.report_number)
            say("history", reports=len(batch), number=answer.report_number)

    async def report(self, number: int | None = None) -> None:
        """Signs all that is observed now; `number` overrides the next free one."""
        observed = observe()
        last = self._state.last_report
        used = max(last.number if last else 0, self._welcome.last_report_number)
        self._facts = facts(observed)
        self._reported_at = time.monotonic()
        self._recheck = False
        envelope = sign_report(
            self._state,
            self._identity,
            self._key,
            number=used + 1 if number is None else number,
            nonce=self._connection.challenge.nonce,
            observed=observed,
        )
        self._last = self._state.last_report
        try:
            await self._connection.send(report=envelope)
            ack = await self._answer("ack")
        except Refused as refused:
            if not refused.retry:
                self._state.journal.acknowledged(self._last.number)
            raise
        self._state.journal.acknowledged(ack.report_number)
        say("ack", of="report", **_told(ack))

    async def follow(self) -> None:
        """Does what is asked, and says Unchanged, until the connection ends."""
        while True:
            full_due = self._reported_at + self._welcome.full_report_interval_s
            until_full = max(0, full_due - time.monotonic())
            wait = min(self._welcome.report_interval_s, until_full)
            quiet = False
            try:
                self._take(*await asyncio.wait_for(self._connection.receive(), wait))
            except asyncio.TimeoutError:
                quiet = True
            if self._rotate:
                await self.rotate()
            changed = quiet and facts(observe()) != self._facts
            if self._recheck or changed or time.monotonic() >= full_due:
                await self.report()
            elif quiet:
                await self._unchanged()

    async def rotate(self) -> None:
        """Puts a new key in the place of the present one."""
        self._rotate = False
        challenge = self._connection.challenge
        new = self._state.make_next()
        proof = RotationProof(
            device_id=self._identity.device_id,
            nonce=challenge.nonce,
            old_key_id=key_id(self._key.public_key()),
        )
        rotation = Rotation(
            device_id=self._identity.device_id,
            nonce=challenge.nonce,
            collector_id=challenge.collector_id,
            public_key=spki(new.public_key()),
            key_storage="file",
            proof=sign("rotation-proof", proof.SerializeToString(), new),
        )
        await self._connection.send(
            rotate=sign("rotation", rotation.SerializeToString(), self._key)
        )
        rotated = await self._answer("rotated")
        if rotated.key_id != key_id(new.public_key()):
            raise Refused("not_understood", "another key was rotated to", retry=False)
        self._state.promote_next()
        self._key = new
        say("rotated", key=rotated.key_id.hex())

    async def _unchanged(self) -> None:
        digest = bytes.fromhex(self._last.digest)
        unchanged = Unchanged(report_number=self._last.number, digest=digest)
        await self._connection.send(unchanged=unchanged)
        say("ack", of="unchanged", **_told(await self._answer("ack")))

    async def _answer(self, expected: str) -> Message:
        """The answer to the one message that waits for it; commands may come before."""
        while True:
            kind, message = await self._connection.receive()
            if kind == expected:
                return message
            self._take(kind, message)

    def _take(self, kind: str, message: Message) -> None:
        command = message.WhichOneof("command") if kind == "command" else None
        if command == "recheck":
            self._recheck = True
        elif command == "rotate_key":
            self._rotate = True


def _told(ack: Ack) -> dict[str, object]:
    told: dict[str, object] = {"number": ack.report_number}
    if ack.HasField("assessment"):
        verdict = ack.assessment
        told["score"] = verdict.score
        told["tier"] = Tier.Name(verdict.tier)
        told["mend"] = [f"{f.title}: {f.remedy}" for f in verdict.findings]
    return told

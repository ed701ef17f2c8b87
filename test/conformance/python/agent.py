#!/usr/bin/python3
"""A small second agent, written from proto/README.md alone.

Enrolls with the join string in ASSAY_JOIN_STRING, once; then reports. Each line of
output is a JSON object. Exit status: 0 done, 1 refused for good or not to be trusted,
75 not now (with --once, --offline or --leave), 2 wrong usage.
"""

import argparse
import asyncio
import os
import random
import sys
import time
from http.client import HTTPException
from pathlib import Path

from websockets.exceptions import InvalidHandshake

from assay.v1.enrollment_pb2 import Enrollment, Unenrollment
from connection import Refused, open_connection
from observe import AGENT_VERSION, hardware, observe
from output import say
from report import sign_report
from session import Session
from state import Identity, State
from statements import PrivateKey, sign, spki
from trust import TrustError, fetch_pinned_ca, parse_join_string

EX_REFUSED = 1
EX_TEMPFAIL = 75
MAX_BACKOFF_S = 60


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
    identity = Identity(join.url, enrolled.device_id, collector_id, ca_pem)
    state.identity = identity
    say("enrolled", device=enrolled.device_id, state=enrolled.state)
    return identity


async def leave(
    state: State, identity: Identity, key: PrivateKey, _: argparse.Namespace
) -> None:
    async with open_connection(identity.url, identity.ca_pem) as connection:
        statement = Unenrollment(
            device_id=identity.device_id,
            nonce=connection.challenge.nonce,
            collector_id=identity.collector_id,
        )
        await connection.send(
            unenroll=sign("unenrollment", statement.SerializeToString(), key)
        )
        await connection.expect("unenrolled")
    state.wipe()
    say("unenrolled")


def note(state: State, identity: Identity) -> None:
    """A report of now without a collector: it is delivered when there is one."""
    last = state.last_report
    number = last.number + 1 if last else 1
    key = state.present
    sign_report(state, identity, key, number=number, nonce=b"", observed=observe())
    say("noted", number=number)


async def stay(
    state: State, identity: Identity, key: PrivateKey, options: argparse.Namespace
) -> None:
    async with open_connection(identity.url, identity.ca_pem) as connection:
        session = Session(connection, state, identity, key)
        await session.open()
        if key is state.next:
            state.promote_next()
        await session.deliver_history()
        if state.next:
            await session.rotate()
        await session.report(options.report_number)
        if not options.once:
            await session.follow()


async def connect_once(options: argparse.Namespace, state: State) -> None:
    """Tries the next key first: only if it is not known yet the present one stands."""
    join_text = os.environ.get("ASSAY_JOIN_STRING", "")
    identity = state.identity or await enroll(state, state.present, join_text)
    if options.offline:
        return note(state, identity)
    use = leave if options.leave else stay
    if state.next:
        try:
            return await use(state, identity, state.next, options)
        except Refused as refused:
            if refused.code != "signature_invalid":
                raise
    await use(state, identity, state.present, options)


async def run(options: argparse.Namespace) -> int:
    state = State(options.state, options.key)
    attempt = 0
    while True:
        started = time.monotonic()
        try:
            await connect_once(options, state)
            return 0
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
        if options.once or options.offline or options.leave:
            return EX_TEMPFAIL
        lasted = time.monotonic() - started
        attempt = 0 if lasted > MAX_BACKOFF_S else min(attempt + 1, 6)
        backoff = random.uniform(0, min(MAX_BACKOFF_S, 2**attempt))
        await asyncio.sleep(max(at_least, backoff))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="directory it keeps")
    parser.add_argument("--key", choices=["es256", "ed25519"], default="es256")
    parser.add_argument("--once", action="store_true", help="one report, then end")
    parser.add_argument("--offline", action="store_true", help="only note a report")
    parser.add_argument("--leave", action="store_true", help="un-enroll, then end")
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

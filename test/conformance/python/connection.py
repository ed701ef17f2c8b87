"""One WebSocket connection to the collector: sections 2, 3 and 9 of proto/README.md."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError, Message
from websockets.client import WebSocketClientProtocol, connect
from websockets.exceptions import ConnectionClosed

from assay.v1.session_pb2 import AgentFrame, Challenge, CollectorFrame
from trust import tls_context

MAX_FRAME_BYTES = 65536
PING_INTERVAL_S = 30
FRAME_TOO_LARGE = 1009


class Refused(Exception):
    """The collector ended the connection; `code` says why, if it did."""

    def __init__(
        self, code: str, message: str, *, retry: bool, retry_after_s: int = 0
    ) -> None:
        super().__init__(message)
        self.code = code
        self.retry = retry
        self.retry_after_s = retry_after_s


class Connection:
    """Frames in and out; `challenge` is this connection's."""

    challenge: Challenge

    def __init__(self, socket: WebSocketClientProtocol) -> None:
        self._socket = socket

    async def send(self, **frame: Message) -> None:
        try:
            await self._socket.send(AgentFrame(**frame).SerializeToString())
        except ConnectionClosed:
            while True:  # until the Refusal that came before the close, or the close
                await self.receive()

    async def receive(self) -> tuple[str, Message]:
        """The next frame's kind and message; unknown kinds are passed over."""
        while True:
            try:
                frame = CollectorFrame.FromString(await self._socket.recv())
            except ConnectionClosed as error:
                closed = error.rcvd
                raise Refused(
                    closed.reason if closed and closed.reason else "connection_lost",
                    str(error),
                    retry=closed is None or closed.code != FRAME_TOO_LARGE,
                ) from error
            except (DecodeError, TypeError) as error:  # TypeError: text, not bytes
                raise Refused("not_understood", str(error), retry=True) from error
            kind = frame.WhichOneof("frame")
            if kind == "refusal":
                said = frame.refusal
                raise Refused(
                    said.code,
                    said.message,
                    retry=said.retry,
                    retry_after_s=said.retry_after_s,
                )
            if kind is not None:
                return kind, getattr(frame, kind)

    async def expect(self, expected: str) -> Message:
        kind, message = await self.receive()
        if kind != expected:
            text = f"expected {expected}, got {kind}"
            raise Refused("not_understood", text, retry=True)
        return message


@asynccontextmanager
async def open_connection(url: str, ca_pem: str | None) -> AsyncIterator[Connection]:
    """Connects and takes the Challenge; OSError or InvalidHandshake if it fails."""
    async with connect(
        urlsplit(url)._replace(scheme="wss", path="/agent").geturl(),
        ssl=tls_context(ca_pem),
        subprotocols=["assay.v1"],
        compression=None,
        max_size=MAX_FRAME_BYTES,
        ping_interval=PING_INTERVAL_S,
        ping_timeout=1.5 * PING_INTERVAL_S,
    ) as socket:
        connection = Connection(socket)
        connection.challenge = await connection.expect("challenge")
        yield connection

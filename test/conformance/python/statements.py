"""Keys, key ids and signed statements, as section 5 of proto/README.md has them."""

import base64
import hashlib
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from assay.v1.envelope_pb2 import Envelope

PrivateKey = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
PublicKey = ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey

COORDINATE_BYTES = 32
SIGNATURE_BYTES = 64


def spki(key: PublicKey) -> bytes:
    """The SubjectPublicKeyInfo in DER: how a public key travels."""
    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def key_id(key: PublicKey) -> bytes:
    """RFC 7638: SHA-256 of the public JWK's required members."""
    if isinstance(key, ec.EllipticCurvePublicKey):
        numbers = key.public_numbers()
        jwk = {
            "crv": "P-256",
            "kty": "EC",
            "x": _base64url(numbers.x.to_bytes(COORDINATE_BYTES, "big")),
            "y": _base64url(numbers.y.to_bytes(COORDINATE_BYTES, "big")),
        }
    else:
        raw = key.public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        jwk = {"crv": "Ed25519", "kty": "OKP", "x": _base64url(raw)}
    text = json.dumps(jwk, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).digest()


def pre_auth_encoding(kind: str, payload: bytes) -> bytes:
    """The bytes that are signed; `kind` is the statement's name within its type."""
    statement_type = f"application/vnd.assay.v1.{kind}+protobuf".encode()
    return b"DSSEv1 %d %b %d %b" % (
        len(statement_type),
        statement_type,
        len(payload),
        payload,
    )


def sign(kind: str, payload: bytes, key: PrivateKey) -> Envelope:
    signed = pre_auth_encoding(kind, payload)
    if isinstance(key, ec.EllipticCurvePrivateKey):
        r, s = decode_dss_signature(key.sign(signed, ec.ECDSA(hashes.SHA256())))
        signature = r.to_bytes(COORDINATE_BYTES, "big") + s.to_bytes(
            COORDINATE_BYTES, "big"
        )
    else:
        signature = key.sign(signed)
    return Envelope(
        payload=payload, key_id=key_id(key.public_key()), signature=signature
    )


def verifies(kind: str, envelope: Envelope, key: PublicKey) -> bool:
    """Whether the envelope is a statement of this kind, signed by exactly this key."""
    signature = envelope.signature
    if envelope.key_id != key_id(key) or len(signature) != SIGNATURE_BYTES:
        return False
    signed = pre_auth_encoding(kind, envelope.payload)
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            r = int.from_bytes(signature[:COORDINATE_BYTES], "big")
            s = int.from_bytes(signature[COORDINATE_BYTES:], "big")
            key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))
        else:
            key.verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

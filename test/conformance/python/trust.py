"""Join string and pinned CA, as sections 1 and 2 of proto/README.md have them."""

import base64
import binascii
import hashlib
import http.client
import re
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography import x509

from statements import spki

MAX_CA_BYTES = 16 * 1024


class TrustError(Exception):
    """The agent must not go on; `code` says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class JoinString:
    url: str
    token: str
    pin: str | None


def parse_join_string(text: str) -> JoinString:
    version, _, body = text.strip().partition(".")
    try:
        padded = body + "=" * (-len(body) % 4)
        fields = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise TrustError("join_string_invalid", "not base64url") from error
    url, *rest = fields.split(" ")
    token, pin = (rest + [None])[:2] if len(rest) in (1, 2) else ("", None)
    if (
        version != "assay1"
        or urlsplit(url).scheme != "https"
        or not re.fullmatch(r"[A-Za-z0-9_-]{20,100}", token)
        or not (pin is None or re.fullmatch(r"[A-Za-z0-9_-]{43}", pin))
    ):
        raise TrustError("join_string_invalid", "copy it whole: assay1.…")
    return JoinString(url, token, pin)


def fetch_pinned_ca(url: str, pin: str) -> str:
    """The collector's CA as PEM: from an unverified connection, good by its pin."""
    address = urlsplit(url)
    unverified = ssl.create_default_context()
    unverified.check_hostname = False
    unverified.verify_mode = ssl.CERT_NONE
    connection = http.client.HTTPSConnection(
        address.hostname, address.port, context=unverified, timeout=10
    )
    try:
        connection.request("GET", "/ca.pem")
        response = connection.getresponse()
        pem = response.read(MAX_CA_BYTES + 1)
    finally:
        connection.close()
    if response.status != 200 or len(pem) > MAX_CA_BYTES:
        raise TrustError("ca_pin_mismatch", "expected a PEM certificate at /ca.pem")
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        constraints = certificate.extensions.get_extension_for_class(
            x509.BasicConstraints
        )
        is_ca = constraints.value.ca
    except (ValueError, x509.ExtensionNotFound) as error:
        raise TrustError("ca_pin_mismatch", "no CA certificate at /ca.pem") from error
    digest = hashlib.sha256(spki(certificate.public_key())).digest()
    got = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if not is_ca or got != pin:
        raise TrustError("ca_pin_mismatch", f"expected a CA with key {pin}, got {got}")
    return pem.decode("ascii")


def tls_context(ca_pem: str | None) -> ssl.SSLContext:
    """TLS 1.3, with this CA as the only one; without it with those of the system."""
    context = ssl.create_default_context(cadata=ca_pem)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return context

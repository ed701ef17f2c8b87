"""What this small agent observes of a Linux machine; the rest is left out."""

import hashlib
import platform
import socket
import time
from pathlib import Path

from assay.v1 import signals_pb2 as pb

AGENT_VERSION = "python-0.1.0"


def boot_id() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def hardware() -> pb.Hardware:
    memory = Path("/proc/meminfo").read_text().split()[1]
    flags = Path("/proc/cpuinfo").read_text().split()
    found = pb.Hardware(
        hostname=socket.gethostname(),
        virtual="hypervisor" in flags,
        memory_bytes=int(memory) * 1024,
        problems=["serial: this agent does not read it"],
    )
    try:
        machine_id = Path("/etc/machine-id").read_text().strip().lower()
    except OSError as error:
        found.problems.append(f"machine_id: {error.strerror}")
    else:
        salted = f"assay hardware identity v1\0{machine_id}"
        found.machine_id = hashlib.sha256(salted.encode()).hexdigest()
    return found


def observe() -> list[pb.Observation]:
    observed = [
        pb.Observation(name=pb.os, os=_os()),
        pb.Observation(name=pb.hardware, hardware=hardware()),
        pb.Observation(
            name=pb.agent,
            agent=pb.Agent(
                version=AGENT_VERSION, key_storage="file", inspected_root="/"
            ),
        ),
        pb.Observation(
            name=pb.screen_lock,
            unknown=pb.Unknown(
                reason=pb.session, detail="this agent looks into nobody's session"
            ),
        ),
        _tpm(),
    ]
    now = time.time_ns() // 1_000_000
    for observation in observed:
        observation.observed_at_ms = now
    return observed


def facts(observed: list[pb.Observation]) -> list[bytes]:
    """What was observed, without when: two of them differ only if a signal changed."""
    copies = []
    for observation in observed:
        copy = pb.Observation()
        copy.CopyFrom(observation)
        copy.ClearField("observed_at_ms")
        copies.append(copy.SerializeToString(deterministic=True))
    return copies


def _tpm() -> pb.Observation:
    tpm = Path("/sys/class/tpm/tpm0")
    observed = pb.Observation(name=pb.tpm)
    if not tpm.exists():
        observed.absent.detail = f"no {tpm}"
        return observed
    try:
        major = (tpm / "tpm_version_major").read_text().strip()
        observed.tpm.version = {"1": "1.2", "2": "2.0"}[major]
    except (OSError, KeyError) as error:
        observed.unknown.reason = pb.unparsed
        observed.unknown.detail = f"{tpm}/tpm_version_major: {error}"
    return observed


def _os() -> pb.Os:
    release = platform.freedesktop_os_release()
    found = pb.Os(
        id=release["ID"],
        name=release["PRETTY_NAME"],
        id_like=release.get("ID_LIKE", "").split(),
        arch=platform.machine(),
        kernel=platform.release(),
    )
    for field, key in (
        ("version", "VERSION_ID"),
        ("variant", "VARIANT_ID"),
        ("build", "BUILD_ID"),
        ("support_end", "SUPPORT_END"),
    ):
        if key in release:
            setattr(found, field, release[key])
    return found

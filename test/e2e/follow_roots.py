"""Follows the roots of an update repository as TUF 1.0 says (section 5.3), on securesystemslib alone.

Usage: follow_roots.py DIRECTORY_OF_METADATA. Prints the versions that it came to, or says what does not hold.
"""

import json
import pathlib
import sys

from securesystemslib import formats, keys


def verify(root, role, metadata, name):
    """At least as many different keys as the root's threshold have signed the canonical form."""
    wanted = root["signed"]["roles"][role]
    data = formats.encode_canonical(metadata["signed"]).encode()
    good = set()
    for signature in metadata["signatures"]:
        key_id = signature["keyid"]
        if key_id not in wanted["keyids"]:
            continue
        key = dict(root["signed"]["keys"][key_id], keyid=key_id)
        if keys.verify_signature(key, signature, data):
            good.add(key_id)
    if len(good) < wanted["threshold"]:
        sys.exit(f"{name}: {len(good)} of {wanted['threshold']} signatures")


def main():
    place = pathlib.Path(sys.argv[1])
    load = lambda name: json.loads((place / name).read_text())
    root = load("1.root.json")
    verify(root, "root", root, "root 1")
    version = 1
    while (place / f"{version + 1}.root.json").exists():
        version += 1
        after = load(f"{version}.root.json")
        if after["signed"]["version"] != version:
            sys.exit(f"root {version}: version {after['signed']['version']}")
        verify(root, "root", after, f"root {version} by the one before")
        verify(after, "root", after, f"root {version} by its own")
        root = after
    print("root", version)
    timestamp = load("timestamp.json")
    verify(root, "timestamp", timestamp, "timestamp")
    print("timestamp", timestamp["signed"]["version"])
    snapshot = load(f"{timestamp['signed']['meta']['snapshot.json']['version']}.snapshot.json")
    verify(root, "snapshot", snapshot, "snapshot")
    print("snapshot", snapshot["signed"]["version"])
    targets = load(f"{snapshot['signed']['meta']['targets.json']['version']}.targets.json")
    verify(root, "targets", targets, "targets")
    print("targets", targets["signed"]["version"])


main()

#!/usr/bin/python3
"""Stands for macOS' launchctl where none is: knows the system domain and what our scripts say, and as strictly as the
real one (exit codes of `launchctl error`). Jobs that run at load are really started; timers never fire."""
import json
import os
import plistlib
import signal
import stat
import subprocess
import sys

STATE = "/run/launchd.json"


def refuse(code: int, text: str) -> None:
    print(f"{text}: {code}: {os.strerror(code)}", file=sys.stderr)
    sys.exit(code)


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def bootstrap(path: str) -> None:
    if not os.path.isfile(path):
        refuse(2, "Bootstrap failed")
    found = os.stat(path)
    if found.st_uid != 0 or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        refuse(122, "Path had bad ownership/permissions")
    with open(path, "rb") as file:
        job = plistlib.load(file)
    label, arguments = job["Label"], job["ProgramArguments"]
    if label in jobs or label in state["disabled"]:
        refuse(5, "Bootstrap failed")
    if not os.access(arguments[0], os.X_OK):
        refuse(2, "Bootstrap failed")
    jobs[label] = None
    if job.get("RunAtLoad"):
        out, error = (open(job.get(f"Standard{name}Path", "/dev/null"), "a") for name in ("Out", "Error"))
        environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/var/root", "XPC_SERVICE_NAME": label}
        jobs[label] = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=out, stderr=error, env=environment, start_new_session=True, cwd="/"
        ).pid


def bootout(label: str) -> None:
    if label not in jobs:
        refuse(3, "Boot-out failed")
    pid = jobs[label]
    if pid and is_alive(pid):
        os.kill(pid, signal.SIGTERM)
        state["ending"][label] = pid
    del jobs[label]


def show(label: str) -> None:
    ending = state["ending"].get(label)
    if label not in jobs and not (ending and is_alive(ending)):
        print(f'Could not find service "{label}" in domain for system', file=sys.stderr)
        sys.exit(113)
    pid = jobs.get(label) or ending
    print(f"system/{label} = {{\n\tstate = {'running' if pid and is_alive(pid) else 'not running'}\n\tpid = {pid}\n}}")


try:
    with open(STATE) as saved:
        state = json.load(saved)
except FileNotFoundError:
    state = {"jobs": {}, "ending": {}, "disabled": []}
jobs = state["jobs"]
match sys.argv[1:]:
    case ["bootstrap", "system", path]:
        bootstrap(path)
    case ["bootout", target] if target.startswith("system/"):
        bootout(target.removeprefix("system/"))
    case ["print", target] if target.startswith("system/"):
        show(target.removeprefix("system/"))
    case ["enable", target] if target.startswith("system/"):
        state["disabled"] = [label for label in state["disabled"] if f"system/{label}" != target]
    case _:
        print(f"Unrecognized: {sys.argv[1:]}", file=sys.stderr)
        sys.exit(64)
with open(STATE, "w") as saving:
    json.dump(state, saving)

"""What the agent tells whoever started it: one JSON object a line."""

import json


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)

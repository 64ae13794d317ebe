"""same-items.py LEFT RIGHT: whether two outputs of 'tandem items --json' name the same items.

Where an item is (folder, id, revision) may differ, and what is derived: its UID (a data file has none for contacts), when it
was made and changed, and how Outlook shows a mail address. The right side may hold more. Prints what differs.
"""

import json
import sys
from collections import Counter


DERIVED = {"uid", "created", "modified", "display-name"}


def plain(value):
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name not in DERIVED}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def items(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            yield entry["kind"] + " " + json.dumps(plain(entry["item"]), sort_keys=True, ensure_ascii=False)


left, right = (Counter(items(path)) for path in sys.argv[1:3])
missing = left - right
doubled = [item for item in left if right[item] > left[item]]
for item in sorted(missing):
    print("only left: " + item)
for item in sorted(doubled):
    print("more than once: " + item)
if not left:
    print("no items at all")
sys.exit(0 if left and not missing and not doubled else 1)

"""same-items.py LEFT RIGHT: whether two outputs of 'tandem items --json' name the same items.

Where an item is (folder, id, revision) may differ, and its UID: a data file has none for contacts. Prints what differs.
"""

import json
import sys
from collections import Counter


def items(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            item = {name: value for name, value in entry["item"].items() if name != "uid"}
            yield entry["kind"] + " " + json.dumps(item, sort_keys=True, ensure_ascii=False)


left, right = (Counter(items(path)) for path in sys.argv[1:3])
for item in sorted(left - right):
    print("only left: " + item)
for item in sorted(right - left):
    print("only right: " + item)
if not left:
    print("no items at all")
sys.exit(0 if left and left == right else 1)

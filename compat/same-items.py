"""same-items.py LEFT RIGHT [COLLECTIONS]: whether two outputs of 'tandem items --json' name the same items.

They are told apart by UID and content. COLLECTIONS is the output of 'tandem discover --json' for the right side: what is
in a collection that cannot be written (SOGo's directory of its users) is nobody's copy.

Left out is what a server sets by itself or cannot hold: where an item is, when it was made and changed, how Outlook shows an
address, and on which day weeks begin in a series of every week, where it says nothing. Prints what differs.
"""

import json
import sys
from collections import Counter
from urllib.parse import urlsplit

DERIVED = {"created", "modified"}


def content(value, inside=""):
    if isinstance(value, list):
        return [content(entry, inside) for entry in value]
    if not isinstance(value, dict):
        return value
    left_out = set(DERIVED)
    if inside == "emails":
        value = {slot: {k: v for k, v in mail.items() if k != "display-name"} for slot, mail in value.items()}
    if inside == "recurrence" and value.get("pattern", {}).get("type") == "weekly":
        if value["pattern"].get("interval", 1) == 1:
            left_out.add("first-day-of-week")
    return {name: content(entry, name) for name, entry in value.items() if name not in left_out}


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def items(path, unwritable=()):
    for entry in lines_of(path):
        if not entry["id"].startswith(tuple(unwritable)):
            yield entry["kind"] + " " + json.dumps(content(entry["item"]), sort_keys=True, ensure_ascii=False)


collections = lines_of(sys.argv[3]) if len(sys.argv) > 3 else []
unwritable = [urlsplit(c["url"]).path for c in collections if not c["writable"]]
left, right = Counter(items(sys.argv[1])), Counter(items(sys.argv[2], unwritable))
for item in sorted((left - right).elements()):
    print("only left: " + item)
for item in sorted((right - left).elements()):
    print("only right: " + item)
if not left:
    print("no items at all")
sys.exit(0 if left and left == right else 1)

"""linked.py TANDEM SERVER_FOLDER WORK [RESULTS]: a contact of Outlook and one of the server that a sync would take for two.

Somebody declares them to be one (duplicates --link), and after the run each side holds one, with what either held. A directory
stands for what a person does in Outlook. Prints one line a check, as moves.py does.
"""

import json
import shutil
import sys

from suite import Suite, card, in_outlook

suite = Suite(*sys.argv[1:5])
work, check = suite.work, suite.check
shutil.rmtree(work, ignore_errors=True)
hand = work / "hand" / "Contacts"
hand.mkdir(parents=True)
suite.apply(suite.account())
path = suite.made("contacts", "Linked")
(hand / "alice.vcf").write_bytes(card("alice").replace("END:VCARD", "TEL;TYPE=WORK:+49 30 123456\r\nEND:VCARD").encode())
suite.run("copy", f"folder:{work}/hand", f"pst:{work}/o.pst")
suite.ask("PUT", path + "al.vcf", card("al").replace("END:VCARD", "NOTE:met in Vienna\r\nX-OF-ANOTHER:kept\r\nEND:VCARD"),
          Content_Type="text/vcard; charset=utf-8")
suite.apply(suite.account() + "".join(
    f'[[profiles]]\nname = "{name}"\noutlook = {{ pst = "o.pst", folder = "Contacts" }}\nserver = {target}\n'
    for name, target in (("hand", '{ folder = "hand/Contacts" }'), ("phone", f'{{ account = "a", collection = "{path}" }}'))))
suite.rest("hand")


def ids(endpoint):
    return [item["id"] for item in map(json.loads, suite.run("items", endpoint, "--json").splitlines()) if item.get("kind") == "contact"]


[here], [there] = ids(f"pst:{work}/o.pst#Contacts"), [p for p, _ in suite.on_server(path).values()]
foretold = suite.tried("plan", "phone", "--json")[1]
check("two contacts that a sync would not recognise", foretold.count('"action":"create"') == 2, foretold)
told = suite.tried("duplicates", "phone", "--link", here, there, "--yes")
report = suite.tried("sync", "phone", "--json")
calm = suite.rest("phone") and suite.rest("hand")
one = list(suite.on_server(path).values())
files = list(in_outlook(hand).values())
check("two contacts that are declared to be one are one on both sides", told[0] == 0 and calm and len(one) == len(files) == 1, f"{told} {report} {one} {files}")
text, held = one[0][1], files[0].read_text("utf-8")
check("declared to be one: each holds what either held",
      all(word in text for word in ("123456", "Vienna", "X-OF-ANOTHER:kept")) and "123456" in held and "Vienna" in held, f"{text}\n{held}")
sys.exit(1 if suite.failed else 0)

"""late.py TANDEM SERVER_FOLDER WORK [RESULTS]: a proxy gives up (504) while the server still works on what it was asked for.

Once the server does it a moment later, while the run looks what became of it, and once when the run is over. A directory stands for
what a person does in Outlook ("hand"); "phone" goes to the server through the proxy. Prints one line a check, as moves.py does.
"""

import shutil
import sys
import threading
import time
import urllib.parse

import between
from suite import Suite, event, in_outlook

suite = Suite(*sys.argv[1:5])
work, check = suite.work, suite.check
shutil.rmtree(work, ignore_errors=True)
(work / "hand" / "Calendar").mkdir(parents=True)
waiting = {}
done = threading.Event()


def around(method):
    """What is to happen with the next request of a method; once."""
    go = waiting.pop(method, None)

    def late(when):
        if when == "before":
            return go
        done.set()
        return None

    return late if go else None


suite.apply(suite.account())
path = suite.made("events", "Late")
front = between.serve(suite.root, lambda *_: None, around)
address = urllib.parse.urljoin(front, urllib.parse.urlsplit(suite.root).path)
hand = work / "hand" / "Calendar"
for name in ("a1", "a2", "b1", "b2"):
    (hand / f"{name}.ics").write_bytes(event(name).encode())
suite.run("copy", f"folder:{work}/hand", f"pst:{work}/o.pst")
suite.apply(suite.account(address) + "".join(
    f'[[profiles]]\nname = "{name}"\noutlook = {{ pst = "o.pst", folder = "Calendar" }}\nserver = {target}\nguard = {{ emptied = false }}\n'
    for name, target in (("hand", '{ folder = "hand/Calendar" }'), ("phone", f'{{ account = "a", collection = "{path}" }}'))))
suite.rest("hand")
suite.rest("phone")


def lately(method, seconds):
    """A run whose request of that method is answered with 504 at once and carried out later; None: after the run."""
    done.clear()
    go = waiting[method] = threading.Event()
    if seconds is not None:
        threading.Timer(seconds, go.set).start()
    status, out, err = suite.tried("sync", "phone")
    go.set()
    done.wait(60)
    time.sleep(1.1)  # SOGo counts changes in seconds
    return f"{status} {out} {err}"


def agrees(names, words=""):
    """Both sides come to hold these, once each."""
    calm = suite.rest("phone") and suite.rest("hand") and suite.rest("phone")
    there, here = suite.on_server(path), in_outlook(hand)
    return calm and set(there) == set(here) == names and all(
        words in text for uid, (_, text) in there.items() if uid in words) and all(
        words in file.read_text("utf-8") for uid, file in here.items() if uid in words)


names = {"a1", "a2", "b1", "b2"}
for number, seconds, when in (("1", 0.3, "during the run"), ("2", None, "after the run")):
    new = f"new{number}"
    (hand / f"{new}.ics").write_bytes(event(new).encode())
    suite.rest("hand")
    told = lately("PUT", seconds)
    names = names | {new}
    check(f"a proxy gives up, the server makes it {when}: it is there once", agrees(names), told)

    file = in_outlook(hand)[f"a{number}"]
    file.write_bytes(file.read_bytes().replace(f"SUMMARY:a{number}".encode(), f"SUMMARY:a{number} anew".encode()))
    suite.rest("hand")
    told = lately("PUT", seconds)
    check(f"a proxy gives up, the server changes it {when}: both sides hold the change", agrees(names, f"a{number} anew"), told)

    in_outlook(hand)[f"b{number}"].unlink()
    suite.rest("hand")
    told = lately("DELETE", seconds)
    names = names - {f"b{number}"}
    check(f"a proxy gives up, the server deletes it {when}: it stays deleted", agrees(names), told)
sys.exit(1 if suite.failed else 0)

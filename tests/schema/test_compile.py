"""Compiling beside other threads."""

from __future__ import annotations

import subprocess
import sys

# A parse that began before the compile ends between its two imports, and takes the loader with it.
_DISTURBED = """
import threading
from lxml import etree
from catalog_app.schema import compile

begun, may_end = threading.Event(), threading.Event()

class Slow:
    pieces = [b"<a>", b"</a>", b""]
    def read(self, size=-1):
        begun.set()
        may_end.wait(10)
        return self.pieces.pop(0)

resolve = compile._InMemory.resolve
asked = []

def disturbed(self, url, public, context):
    asked.append(url)
    may_end.set()
    parse.join()
    return resolve(self, url, public, context)

compile._InMemory.resolve = disturbed
parse = threading.Thread(target=lambda: etree.parse(Slow()))
parse.start()
begun.wait(10)
schema = compile.compiled("mods", "3.8")
print(asked, schema.validate(etree.fromstring(b'<mods xmlns="http://www.loc.gov/mods/v3"/>')))
"""


def test_a_parse_in_another_thread_cannot_spoil_a_compile() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DISTURBED], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    asked, valid = done.stdout.rsplit(maxsplit=1)
    assert asked.count("memory:") > 2, "the parse did not disturb the compile"
    assert valid == "False"

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Galley contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Galley's import of real web pages beside readability-lxml (Debian: python3-readability), on one core each.

    tests/benchmarks/html_peer.py GALLEY [FOLDER]

GALLEY is the program, FOLDER has pages (.html or .html.gz); without it, html_aeb in the folder that GALLEY_NEWS names.
The peer runs in the first Python found that has it: this one, or the host's.
"""
import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 10  # so that the program's start hardly counts
PEER = """
import sys, time
from pathlib import Path
import readability
pages = [p.read_bytes() for p in sorted(Path(sys.argv[1]).iterdir())]
begin = time.process_time()
for page in pages:
    try:
        document = readability.Document(page.decode("utf-8", "replace"))
        document.title(), document.summary()
    except Exception:  # it gives up on some pages
        pass
print(time.process_time() - begin)
"""


def pages_of(folder):
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(".html.gz"):
            yield gzip.decompress(path.read_bytes())
        elif path.suffix in (".html", ".htm"):
            yield path.read_bytes()


def seconds_of(command):
    """Of processor time, with all that the command starts."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def seconds_of_peer(folder):
    for python in (sys.executable, "python3", "/usr/bin/python3"):
        try:
            done = subprocess.run([python, "-c", PEER, folder], capture_output=True, text=True)
        except OSError:
            continue
        if done.returncode == 0:
            return float(done.stdout)
    return None


def main():
    news = os.environ.get("GALLEY_NEWS")
    if len(sys.argv) < 3 and not news:
        return print("html   neither a folder of pages nor GALLEY_NEWS is given: web pages are not compared", flush=True)
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(news) / "html_aeb"
    pages = list(pages_of(folder))
    if not pages:
        return print(f"html   {folder} has no web pages to compare", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        once, often = Path(temporary) / "once", Path(temporary) / "often"
        once.mkdir(), often.mkdir()
        for number, page in enumerate(pages):
            (once / f"{number}.html").write_bytes(page)
            for copy in range(ROUNDS):  # a comment makes it another page, which is not skipped as known
                (often / f"{number}-{copy}.html").write_bytes(page + b"<!-- %d -->" % copy)
        project = Path(temporary) / "pages.galley"
        subprocess.run([sys.argv[1], "new", project], check=True, stdout=subprocess.DEVNULL)
        ours = seconds_of([sys.argv[1], "import", project, often]) / ROUNDS
        theirs = seconds_of_peer(once)
    size = sum(map(len, pages)) / 1e6
    print(f"html   {len(pages)} real pages, {size:.1f} MB: {1000 * ours / len(pages):.2f} ms a page with writing the project",
          flush=True)
    if theirs is None:
        return print("html   readability-lxml is not installed: no peer for web pages", flush=True)
    print(f"html   {theirs / ours:5.1f} × as fast as readability-lxml, in processor time", flush=True)


if __name__ == "__main__":
    main()

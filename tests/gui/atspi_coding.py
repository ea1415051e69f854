#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Galley contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes a passage as a screen reader's user would: through the accessibility bus, in a real X server.

    tests/gui/in-x tests/gui/atspi_coding.py GALLEY
"""
import csv
import io
import os
import subprocess
import sys
import tempfile
import time

import pyatspi

TEXT = "Harbour vote\n\nThe council 😀 warned of a threat to the strait, islanders said.\n"
QUOTE = "a threat to the strait"


def wait_for(what, find, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        try:
            found = find()
        except Exception:  # the tree changes under us
            found = None
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"FAIL: {what} did not appear")


def descend(node, match):
    for child in node:
        if child is None:
            continue
        if match(child):
            return child
        found = descend(child, match)
        if found:
            return found
    return None


def named(root, role, name):
    return descend(root, lambda node: node.getRole() == role and name in node.name)


def nameless(node, path=""):
    """Interactive widgets a screen reader would announce without a name."""
    told = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_CHECK_BOX,
            pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE}
    for child in node:
        if child is None:
            continue
        here = f"{path}/{child.getRoleName()}"
        if child.getRole() in told and not child.name and child.getState().contains(pyatspi.STATE_SHOWING):
            yield here
        if child.getRole() not in (pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE):
            yield from nameless(child, here)


def run(galley, *arguments):
    done = subprocess.run([galley, *arguments], capture_output=True, text=True, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    if done.returncode:
        sys.exit(f"FAIL: galley {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def main():
    galley = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        project, article = os.path.join(folder, "study.galley"), os.path.join(folder, "a.txt")
        with open(article, "w", encoding="utf-8") as file:
            file.write(TEXT)
        run(galley, "new", project)
        run(galley, "import", project, article)
        window = subprocess.Popen([galley, project])
        try:
            code_a_passage()
            window.terminate()
            window.wait(20)
        finally:
            window.kill()
        rows = list(csv.DictReader(io.StringIO(run(galley, "export", project))))
        assert len(rows) == 1, rows
        row = rows[0]
        assert row["quote"] == QUOTE and row["code"] == "Security and defense" and row["coder"] == "Grace", row
        assert TEXT[int(row["start"]):int(row["end"])] == QUOTE, row
        print("PASS: coded through the accessibility bus:", row["layer"], row["code"], row["start"], row["end"])


def code_a_passage():
    desktop = pyatspi.Registry.getDesktop(0)
    app = wait_for("Galley", lambda: next((a for a in desktop if a and a.name.lower() == "galley"), None))
    # Who codes: asked at the first start.
    name = wait_for("the question who codes", lambda: descend(app, lambda n: n.getRole() in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY)
                    and n.getState().contains(pyatspi.STATE_EDITABLE) and n.getState().contains(pyatspi.STATE_SHOWING) and n.name.lower().endswith("name")))
    name.queryEditableText().setTextContents("Grace")
    button = wait_for("the button to begin", lambda: descend(app, lambda n: n.getRole() == pyatspi.ROLE_PUSH_BUTTON
                      and n.getState().contains(pyatspi.STATE_SHOWING) and n.getState().contains(pyatspi.STATE_ENABLED)
                      and ("begin" in n.name.lower() or "start" in n.name.lower() or "add" in n.name.lower() or "code" in n.name.lower())))
    button.queryAction().doAction(0)
    text = wait_for("the article", lambda: named(app, pyatspi.ROLE_TEXT, "Article") or named(app, pyatspi.ROLE_DOCUMENT_TEXT, "Article"))
    shown = text.queryText()
    body = wait_for("its text", lambda: shown.getText(0, -1))
    begin = len(body[:body.index(QUOTE)].encode("utf-16-le")) // 2  # Qt's bridge counts as QString does
    end = begin + len(QUOTE)
    wait_for("a selection", lambda: (shown.setSelection(0, begin, end) or shown.addSelection(begin, end)) and shown.getNSelections() > 0)
    missing = list(nameless(app))
    assert not missing, f"without a name: {missing}"
    # The menu's action, then the palette, as keys would do it.
    text.queryComponent().grabFocus()
    subprocess.run(["xdotool", "key", "ctrl+k"], check=True)
    time.sleep(0.5)
    subprocess.run(["xdotool", "type", "--delay", "30", "secur"], check=True)
    subprocess.run(["xdotool", "key", "Return"], check=True)
    wait_for("the annotation in the list of articles", lambda: descend(app, lambda n: n.getRole() == pyatspi.ROLE_LIST_ITEM and "1 annotation" in n.name))


if __name__ == "__main__":
    main()

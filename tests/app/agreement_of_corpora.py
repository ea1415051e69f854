#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Galley contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Coefficients of real corpora from their raw files, through `galley agreement`, to three decimals.

    agreement_of_corpora.py GALLEY SHARED

Reads the folder GALLEY_NEWS (SHARED/news) and the facts file GALLEY_NEWS_FACTS (FACTS_dev.json in it). Each corpus has a small
converter to the CSV that the command takes. Exits 77 where there is neither a corpus nor facts about one.
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

GALLEY = sys.argv[1]
NEWS = Path(os.environ.get("GALLEY_NEWS", Path(sys.argv[2]) / "news"))
FACTS = Path(os.environ.get("GALLEY_NEWS_FACTS", NEWS / "FACTS_dev.json"))
compared, wrong = 0, []


def agreement(*arguments):
    done = subprocess.run([GALLEY, "agreement", *map(str, arguments), "--json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"agreement {arguments}: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def expect(what, found, wanted, tolerance=0.0005):
    global compared
    compared += 1
    if (found is None) != (wanted is None) or (wanted is not None and abs(found - wanted) > tolerance):
        wrong.append(f"{what}: {found}, not {wanted}")


def write_table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def expect_unit_facts(what, table, fact):
    """Alpha, the number of pairable values and of units, and the agreement of pairs within units weighted by their values."""
    alpha = agreement("--matrix", table, "--metric", "krippendorff_alpha")[0]
    expect(f"{what} alpha", alpha["value"], fact["alpha"])
    expect(f"{what} pairable", alpha["pairable"], fact["pairable_values"])
    expect(f"{what} units", alpha["units"], fact["units_with_2plus"])


# -- narrative frames: one question a matrix ---------------------------------------------------------------------------
def narrative(folder, facts, scratch):
    annotations = json.loads((folder / "full_annotations.json").read_text(encoding="utf-8"))
    for question, fact in facts["alpha_per_question"].items():
        rows = [[key, *("" if value == -1 else value for value in document[question][1])] for key, document in annotations.items()]
        coders = len(rows[0]) - 1
        table = write_table(scratch / f"{question}.csv", ["id", *(f"coder {i + 1}" for i in range(coders))], rows)
        expect_unit_facts(f"narrative {question}", table, fact)


# -- BABE: a spreadsheet, one row a rating -----------------------------------------------------------------------------
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet_rows(path):
    with zipfile.ZipFile(path) as book:
        strings = ["".join(part.text or "" for part in item.iter(MAIN + "t"))
                   for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(MAIN + "row"):
            cells = {}
            for cell in row:
                column = re.match("[A-Z]+", cell.get("r")).group()
                value = cell.find(MAIN + "v")
                if value is not None:
                    cells[column] = strings[int(value.text)] if cell.get("t") == "s" else value.text
            yield cells


def babe(folder, facts, scratch):
    for group, fact in facts.items():
        rows = sheet_rows(folder / f"raw_labels_{group}.xlsx")
        columns = {name: column for column, name in next(rows).items()}
        ratings, coders = {}, []
        for row in rows:
            label = row.get(columns["label_bias"], "")
            coder = row.get(columns["annotator_id" if "annotator_id" in columns else "annotators"], "")
            if coder not in coders:
                coders.append(coder)
            ratings.setdefault(row.get(columns["text"]), {})[coder] = label if label in ("Biased", "Non-biased") else ""
        table = write_table(scratch / f"{group}.csv", ["text", *coders],
                            ([text, *(given.get(coder, "") for coder in coders)] for text, given in ratings.items()))
        expect_unit_facts(f"BABE {group}", table, fact["label_bias_all"])


# -- PolNeAR: standoff files; cue before source before content where they overlap --------------------------------------
RANK = {"Content": 1, "Source": 2, "Cue": 3}


def labels(path, length):
    characters = ["-"] * length
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("T"):
            continue
        kind, offsets = line.split("\t")[1].split(" ", 1)
        for begin, end in (map(int, part.split()) for part in offsets.split(";") if kind in RANK):
            for at in range(begin, end):
                if RANK.get(characters[at], 0) < RANK[kind]:
                    characters[at] = kind
    return characters


def runs(characters):
    begin = 0
    for at in range(1, len(characters) + 1):
        if at == len(characters) or characters[at] != characters[begin]:
            if characters[begin] != "-":
                yield begin, at, characters[begin]
            begin = at


def polnear(folder, facts, scratch):
    pooled, everyone = [], sorted({coder for fact in facts["multi"].values() for coder in fact["annotators"]})
    for stem, fact in facts["multi"].items():
        with open(folder / "text" / f"{stem}.txt", encoding="utf-8", newline="") as file:
            text = file.read()
        coders = fact["annotators"]
        coded = {coder: labels(folder / "attributions" / f"{stem}_{coder}.ann", len(text)) for coder in coders}
        spans = write_table(scratch / "spans.csv", ["coder", "begin", "end", "category"],
                            [[coder, *run] for coder in coders for run in runs(coded[coder])])
        by_character = agreement("--spans", spans, "--length", len(text), "--coders", ",".join(coders), "--metric", "token_alpha")
        expect(f"PolNeAR {stem} characters", by_character[0]["value"], fact["char_alpha"])
        tokens = [match.start() for match in re.finditer(r"\w+|[^\w\s]", text)]
        expect(f"PolNeAR {stem} number of tokens", len(tokens), fact["tokens"])
        rows = [[coded[coder][at] if coder in coded else "" for coder in everyone] for at in tokens]
        pooled += rows
        table = write_table(scratch / "tokens.csv", everyone, rows)
        by_token = agreement("--matrix", table, "--no-unit-column", "--coders", ",".join(coders), "--metric", "krippendorff_alpha")
        expect(f"PolNeAR {stem} tokens", by_token[0]["value"], fact["token_alpha"])
        table = write_table(scratch / "characters.csv", coders, zip(*(coded[coder] for coder in coders)))
        for result in agreement("--matrix", table, "--no-unit-column", "--metric", "cohen_kappa", "--multi", "light_pairwise", "--by", "pair"):
            if "pair" in result:
                pair = result["pair"].replace(", ", "-")
                expect(f"PolNeAR {stem} kappa {pair}", result["value"], fact["pairwise_char_kappa"][pair])
    expect_unit_facts("PolNeAR pooled", write_table(scratch / "pooled.csv", everyone, pooled), facts["pooled_token_alpha"])


def main():
    facts = json.loads(FACTS.read_text(encoding="utf-8")) if FACTS.exists() else {}
    corpora = [("narrative", "narrative_frames", narrative), ("babe", "babe", babe), ("polnear", "polnear", polnear)]
    with tempfile.TemporaryDirectory() as scratch:
        for folder, name, check in corpora:
            if name in facts and (NEWS / folder).is_dir():
                check(NEWS / folder, facts[name], Path(scratch))
            else:
                print(f"skipped: {NEWS / folder} or its facts are not here")
    for line in wrong:
        print(line)
    print(f"{compared - len(wrong)} of {compared} figures as stated")
    sys.exit(1 if wrong else 77 if compared == 0 else 0)


if __name__ == "__main__":
    main()

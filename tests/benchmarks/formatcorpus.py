# SPDX-FileCopyrightText: 2026 The Galley contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same articles as files of the formats that analysts get."""
import csv
import html
import json
import textwrap
import zipfile


def write_jsonl(path, articles):
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")


def write_csv(path, articles):
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["id", "title", "outlet", "published", "text"])
        rows.writerows([a["id"], a["title"], a["outlet"], a["published"], a["text"]] for a in articles)


def write_html(path, articles):
    path.mkdir(exist_ok=True)
    links = "".join(f"<li><a href='/{n}'>Another story from the harbour, number {n}</a></li>" for n in range(60))
    for number, article in enumerate(articles):
        paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in article["text"].split("\n\n")[1:])
        (path / f"{number}.html").write_text(
            f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{article['title']} - {article['outlet']}</title></head>"
            f"<body><nav><ul>{links}</ul></nav><article><h1>{article['title']}</h1><time datetime={article['published']}></time>"
            f"{paragraphs}</article><aside><ul>{links}</ul></aside><footer>© {article['outlet']}</footer></body></html>", encoding="utf-8")


def write_docx(path, articles):
    path.mkdir(exist_ok=True)
    kinds = ("<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
             "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
             "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
    relations = ("<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                 "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>")
    for number, article in enumerate(articles):
        paragraphs = "".join(f"<w:p><w:r><w:t>{html.escape(p)}</w:t></w:r></w:p>" for p in article["text"].split("\n\n"))
        with zipfile.ZipFile(path / f"{number}.docx", "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr("[Content_Types].xml", kinds)
            out.writestr("_rels/.rels", relations)
            out.writestr("word/document.xml", "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w="
                         f"'http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{paragraphs}</w:body></w:document>")


def write_nexis(path, articles):
    with open(path, "w", encoding="utf-8") as out:
        for number, article in enumerate(articles, 1):
            body = "\n\n".join(textwrap.fill(p, 78) for p in article["text"].split("\n\n")[1:])
            out.write(f"\f\n                       {number} of {len(articles)} DOCUMENTS\n\n\n                               {article['outlet']}\n\n"
                      f"                          March {1 + number % 28}, 2026 Monday\n\n{article['title']}\n\nBYLINE: Ann Lee\n\n"
                      f"SECTION: NEWS; Pg. {1 + number % 40}\n\nLENGTH: {len(body.split())} words\n\n{body}\n\n"
                      f"LOAD-DATE: March {1 + number % 28}, 2026\n\nLANGUAGE: ENGLISH\n\n                 Copyright 2026 {article['outlet']}\n\n")


def write_pdf(path, articles):
    """One article a file, a line of text under the other in one column, as simple as a PDF can be."""
    path.mkdir(exist_ok=True)
    for number, article in enumerate(articles):
        lines = [line for p in article["text"].split("\n\n") for line in [*textwrap.wrap(p, 80), ""]]
        text = lambda line: line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        content = b"BT /F 11 Tf 72 780 Td 13 TL " + b"".join(b"(" + text(line) + b") Tj T*\n" for line in lines) + b"ET"
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                   b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
                   b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
        out, places = b"%PDF-1.4\n", []
        for index, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj%s endobj\n" % (index, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))
        (path / f"{number}.pdf").write_bytes(out)

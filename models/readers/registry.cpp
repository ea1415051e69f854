// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry.h"

#include "foreignformat.h"

#include <readers/article/documentform.h>
#include <readers/article/markdownreader.h>
#include <readers/article/textreader.h>
#include <readers/html/htmlreader.h>
#include <readers/json/jsonlreader.h>
#include <readers/office/docxreader.h>
#include <readers/office/epubreader.h>
#include <readers/office/odtreader.h>
#include <readers/office/pdfreader.h>
#include <readers/office/rtfreader.h>
#include <readers/office/tarreader.h>
#include <readers/office/xlsxreader.h>
#include <readers/office/zipreader.h>
#include <readers/press/apareader.h>
#include <readers/press/defactoreader.h>
#include <readers/press/europressereader.h>
#include <readers/press/factivahtmlreader.h>
#include <readers/press/factivaxmlreader.h>
#include <readers/press/mediargusreader.h>
#include <readers/press/nexishtmlreader.h>
#include <readers/press/nexisreader.h>
#include <readers/press/nexisuni.h>
#include <readers/press/proquestreader.h>
#include <readers/press/reuterssgmlreader.h>
#include <readers/press/risreader.h>
#include <readers/standoff/bratreader.h>
#include <readers/tables/csvreader.h>
#include <readers/text/decoding.h>
#include <readers/wire/anpareader.h>
#include <readers/wire/emlreader.h>
#include <readers/wire/feedreader.h>
#include <readers/wire/gzipreader.h>
#include <readers/wire/iptc7901reader.h>
#include <readers/wire/jsonfeedreader.h>
#include <readers/wire/newsml12reader.h>
#include <readers/wire/newsmlg2reader.h>
#include <readers/wire/ninjsreader.h>
#include <readers/wire/nitfreader.h>
#include <readers/wire/subtitlereader.h>
#include <readers/wire/ttmlreader.h>
#include <readers/wire/teireader.h>
#include <readers/wire/warcreader.h>
#include <readers/wire/wxrreader.h>

#include <algorithm>
#include <array>

namespace galley {

namespace {

// In the order in which they are asked; plain text, which takes anything, last.
const std::array all{
    bratReader,
    reutersSgmlReader,
    apaReader,
    factivaXmlReader,
    factivaHtmlReader,
    europresseReader,
    defactoReader,
    nexisHtmlReader,
    proquestReader,
    nexisReader,
    mediargusReader,
    risReader,
    docxReader,
    odtReader,
    xlsxReader,
    epubReader,
    zipReader,
    tarReader,
    rtfReader,
    pdfReader,
    nitfReader,
    newsmlG2Reader,
    newsml12Reader,
    ttmlReader,
    teiReader,
    wxrReader,
    feedReader,
    jsonFeedReader,
    ninjsReader,
    anpaReader,
    iptc7901Reader,
    warcReader,
    gzipReader,
    subtitleReader,
    emlReader,
    htmlReader,
    jsonlReader,
    csvReader,
    markdownReader,
    textReader,
};

// What an office program's document may turn out to be, once it is read.
const std::array forms{
    nexisUniForm,
};

/// The head as UTF-8, whatever it is in. It may end within a character.
QByteArray readable(QByteArrayView head)
{
    const QByteArrayView even = head.first(head.size() & ~qsizetype(3));
    if (even.contains('\0') || even.startsWith("\xFF\xFE") || even.startsWith("\xFE\xFF")) {
        const auto text = decoded(even);
        return text ? text->text.toUtf8() : QByteArray();
    }
    return head.sliced(head.startsWith("\xEF\xBB\xBF") ? 3 : 0).toByteArray();
}

} // namespace

std::span<const Reader> readers()
{
    return all;
}

Result<const Reader *> readerFor(QByteArrayView bytes, QStringView fileName)
{
    const QByteArray text = readable(bytes);
    for (const Reader &reader : all) {
        if (reader.recognises({bytes, text, fileName}))
            return &reader;
    }
    if (const QString why = whyForeign(bytes, text); !why.isEmpty())
        return failed(why);
    for (const Reader &reader : all) {
        if (!reader.marked && std::ranges::any_of(reader.suffixes, [&](const char *suffix) { return hasSuffix(fileName, suffix); }))
            return &reader;
    }
    return &all.back();
}

std::span<const DocumentForm> documentForms()
{
    return forms;
}

const Reader *readerNamed(QStringView name)
{
    const auto found = std::ranges::find_if(all, [&](const Reader &reader) { return name == QLatin1StringView(reader.name); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace galley

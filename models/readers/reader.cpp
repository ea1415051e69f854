// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

#include "csvreader.h"
#include "decoding.h"
#include "foreignformat.h"
#include "htmlreader.h"
#include "jsonlreader.h"
#include "office/docxreader.h"
#include "office/epubreader.h"
#include "office/odtreader.h"
#include "office/pdfreader.h"
#include "office/rtfreader.h"
#include "office/xlsxreader.h"
#include "press/apareader.h"
#include "press/defactoreader.h"
#include "press/europressereader.h"
#include "press/factivahtmlreader.h"
#include "press/factivaxmlreader.h"
#include "press/nexishtmlreader.h"
#include "press/nexisreader.h"
#include "press/reuterssgmlreader.h"
#include "textreader.h"
#include "wire/anpareader.h"
#include "wire/emlreader.h"
#include "wire/feedreader.h"
#include "wire/iptc7901reader.h"
#include "wire/newsml12reader.h"
#include "wire/newsmlg2reader.h"
#include "wire/ninjsreader.h"
#include "wire/nitfreader.h"
#include "wire/warcreader.h"
#include "wire/wxrreader.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

// In the order in which they are asked; plain text, which takes anything, last.
const std::array all{
    reutersSgmlReader,
    apaReader,
    factivaXmlReader,
    factivaHtmlReader,
    europresseReader,
    defactoReader,
    nexisHtmlReader,
    nexisReader,
    docxReader,
    odtReader,
    xlsxReader,
    epubReader,
    rtfReader,
    pdfReader,
    nitfReader,
    newsmlG2Reader,
    newsml12Reader,
    wxrReader,
    feedReader,
    ninjsReader,
    anpaReader,
    iptc7901Reader,
    warcReader,
    emlReader,
    htmlReader,
    jsonlReader,
    csvReader,
    textReader,
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

const Reader *readerNamed(QStringView name)
{
    const auto found = std::ranges::find_if(all, [&](const Reader &reader) { return name == QLatin1StringView(reader.name); });
    return found == all.end() ? nullptr : &*found;
}

bool hasSuffix(QStringView fileName, const char *suffix)
{
    const QLatin1StringView ending(suffix);
    const qsizetype dot = fileName.size() - ending.size() - 1;
    return dot >= 0 && fileName[dot] == u'.' && fileName.endsWith(ending, Qt::CaseInsensitive);
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rtfwords.h"

#include <QHash>
#include <QSet>

namespace galley {

namespace {

const QSet<QByteArray> nowhere{
    "colortbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pict", "nonshppict", "fldinst", "objdata", "objclass", "objname",
    "objalias", "pntxta", "pntxtb", "listtable", "listoverridetable", "rsidtbl", "filetbl", "revtbl",
    "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "shprslt", "sp", "nonesttables",
    "nesttableprops", "xe", "rxe", "txe", "tc", "tcn", "bkmkstart", "bkmkend", "atrfstart", "atrfend", "atnid", "atnauthor",
    "atnicn", "atnref", "atntime", "atndate", "atnparent", "template", "private", "fldtype", "formfield", "datafield",
    "defchp", "defpap", "background", "hl", "mmathPict", "pgptbl", "passwordhash", "wgrffmtfilter"};

// Text that somebody wrote, but beside the document's own.
const QSet<QByteArray> parts{
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation", "listtext", "pntext"};

const QSet<QByteArray> values{
    "title", "subject", "author", "manager", "company", "operator", "category", "keywords", "comment", "doccomm", "hlinkbase",
    "generator"};

const QSet<QByteArray> dates{
    "creatim", "revtim", "printim", "buptim"};

const QHash<QByteArray, char16_t> characters{
    {"tab", u'\t'}, {"line", u'\n'}, {"lbr", u'\n'}, {"emdash", u'—'}, {"endash", u'–'}, {"emspace", u'\u2003'}, {"enspace",
    u'\u2002'}, {"qmspace", u'\u2005'}, {"bullet", u'•'}, {"lquote", u'‘'}, {"rquote", u'’'}, {"ldblquote", u'“'},
    {"rdblquote", u'”'}, {"zwj", u'\u200D'}, {"zwnj", u'\u200C'}, {"zwbo", u'\u200B'}, {"zwnbo", u'\u2060'}, {"ltrmark",
    u'\u200E'}, {"rtlmark", u'\u200F'}};

} // namespace

bool holdsNoText(const QByteArray &word)
{
    const bool looksOfFormula = word.startsWith('m') && word.endsWith("Pr");
    return looksOfFormula || nowhere.contains(word);
}

bool isBesideTheText(const QByteArray &word)
{
    return parts.contains(word);
}

bool isInformation(const QByteArray &word)
{
    return values.contains(word);
}

bool isDateOfDocument(const QByteArray &word)
{
    return dates.contains(word);
}

char16_t characterOf(const QByteArray &word)
{
    return characters.value(word, u'\0');
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actorswriter.h"

#include <QStringList>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString cell(QString text)
{
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

void append(QByteArray &csv, const QStringList &cells)
{
    QStringList written;
    for (const QString &text : cells)
        written += cell(text);
    csv += written.join(u',').toUtf8() + "\r\n";
}

} // namespace

QByteArray actorsToCsv(const std::vector<Actor> &actors)
{
    QByteArray csv;
    append(csv, {u"name"_s, u"kind"_s, u"aliases"_s, u"attribute"_s, u"value"_s, u"from"_s, u"to"_s});
    for (const Actor &actor : actors) {
        const QStringList head{actor.name, nameOf(actor.kind), actor.aliases.join(u"; "_s)};
        if (actor.attributes.empty())
            append(csv, head + QStringList{QString(), QString(), QString(), QString()});
        for (const auto &[name, value, from, to] : actor.attributes)
            append(csv, head + QStringList{name, value, from, to});
    }
    return csv;
}

} // namespace galley

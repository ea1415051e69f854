// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratfile.h"

#include <readers/readertext.h>

#include <QStringList>

#include <algorithm>

namespace galley::brat {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostPieces = 10'000; ///< of one stretch

std::optional<Offsets> offsetsIn(QStringView text)
{
    Offsets offsets;
    for (const QStringView piece : text.split(u';')) {
        const auto numbers = piece.split(u' ', Qt::SkipEmptyParts);
        bool isBegin = false, isEnd = false;
        const qint64 begin = numbers.size() == 2 ? numbers[0].toLongLong(&isBegin) : 0;
        const qint64 end = numbers.size() == 2 ? numbers[1].toLongLong(&isEnd) : 0;
        if (!isBegin || !isEnd || begin < 0 || end <= begin || offsets.size() >= mostPieces)
            return std::nullopt;
        offsets.emplace_back(begin, end);
    }
    Offsets inOrder = offsets;
    std::ranges::sort(inOrder);
    const auto overlap = std::ranges::adjacent_find(inOrder, [](const auto &a, const auto &b) { return b.first < a.second; });
    return overlap == inOrder.end() ? std::optional(std::move(offsets)) : std::nullopt;
}

/// "Role:T1 Role2:T2"
std::optional<std::vector<std::pair<QString, QString>>> rolesIn(QStringView text)
{
    std::vector<std::pair<QString, QString>> roles;
    for (const QStringView part : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.lastIndexOf(u':');
        if (colon <= 0 || colon + 1 == part.size())
            return std::nullopt;
        roles.emplace_back(part.first(colon).toString(), part.sliced(colon + 1).toString());
    }
    return roles;
}

class Parser
{
public:
    File run(const QString &text)
    {
        int number = 0;
        for (const QStringView line : QStringView(text).split(u'\n')) {
            ++number;
            if (!line.trimmed().isEmpty() && !take(number, line))
                m_file.problems.emplace_back(number, Readers::tr("It is no annotation as brat writes it: %1").arg(line.first(std::min<qsizetype>(line.size(), 60))));
        }
        return std::move(m_file);
    }

private:
    bool take(int number, QStringView line)
    {
        const auto columns = line.split(u'\t');
        const QStringView id = columns[0];
        if (columns.size() < 2 || id.isEmpty())
            return false;
        switch (id[0].unicode()) {
        case u'T':
            return takeTextBound(number, columns);
        case u'E':
        case u'R':
            return takeLink(number, id, columns[1]);
        case u'A':
        case u'M':
            return takeAttribute(number, columns[1]);
        case u'#':
            return takeNote(number, columns);
        case u'N':
            return ++m_file.references;
        case u'*':
            return ++m_file.equivalences;
        default:
            return false;
        }
    }

    bool takeTextBound(int number, const QList<QStringView> &columns)
    {
        const qsizetype blank = columns[1].indexOf(u' ');
        const auto offsets = blank > 0 ? offsetsIn(columns[1].sliced(blank + 1)) : std::nullopt;
        const QString id = columns[0].toString();
        if (!offsets || m_known.contains(id))
            return false;
        m_known.insert(id, true);
        QStringList quote; // which may hold tabs
        for (const QStringView part : columns.sliced(2))
            quote += part.toString();
        m_file.textBounds.push_back({number, id, columns[1].first(blank).toString(), *offsets, quote.join(u'\t')});
        return true;
    }

    bool takeLink(int number, QStringView id, QStringView text)
    {
        const bool isEvent = id[0] == u'E';
        const qsizetype blank = text.indexOf(u' ');
        const QStringView first = blank < 0 ? text : text.first(blank);
        auto roles = rolesIn(isEvent ? text : blank < 0 ? QStringView() : text.sliced(blank + 1));
        if (!roles || m_known.contains(id.toString()) || first.isEmpty() || (isEvent ? roles->empty() : roles->size() != 2))
            return false;
        m_known.insert(id.toString(), true);
        Link link{number, id.toString(), first.toString(), {}, std::move(*roles)};
        if (isEvent) {
            link.type = link.roles.front().first;
            link.trigger = link.roles.front().second;
            link.roles.erase(link.roles.begin());
        }
        (isEvent ? m_file.events : m_file.relations).push_back(std::move(link));
        return true;
    }

    bool takeAttribute(int number, QStringView text)
    {
        const auto parts = text.split(u' ', Qt::SkipEmptyParts);
        if (parts.size() < 2 || parts.size() > 3)
            return false;
        m_file.attributes.push_back({number, parts[0].toString(), parts[1].toString(), parts.size() == 3 ? parts[2].toString() : QString()});
        return true;
    }

    bool takeNote(int number, const QList<QStringView> &columns)
    {
        const auto parts = columns[1].split(u' ', Qt::SkipEmptyParts);
        if (parts.size() != 2 || parts[0] != "AnnotatorNotes"_L1 || columns.size() < 3)
            return ++m_file.otherNotes;
        m_file.notes.push_back({number, parts[1].toString(), columns[2].toString()});
        return true;
    }

    File m_file;
    QHash<QString, bool> m_known;
};

} // namespace

File parsed(const QString &text)
{
    return Parser().run(text);
}

QString roleName(const QString &numbered)
{
    qsizetype end = numbered.size();
    while (end > 1 && numbered[end - 1] >= u'0' && numbered[end - 1] <= u'9')
        --end;
    return numbered.first(end);
}

} // namespace galley::brat

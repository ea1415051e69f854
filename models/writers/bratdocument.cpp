// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratdocument.h"

#include <domain/bratnames.h>
#include <domain/rangetext.h>
#include <domain/textpositions.h>

#include <algorithm>
#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QString utf16(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// On one line, as a column of a table of tabs has it.
QString onOneLine(QString text)
{
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t')
            c = u' ';
    }
    return text;
}

/// What stands for layer and code: "Framing/Crime and punishment"; in brat's own layer the code alone.
QString typeName(const Labels &labels, const AnnotationRow &row)
{
    QString layer = utf16(labels.layer(row.layer));
    const QString code = utf16(labels.code(row.code));
    if (layer == brat::layer && !code.isEmpty())
        return QString(code).replace("\\/"_L1, "/"_L1);
    return layer.replace(u'/', u"\\/"_s) + u'/' + code;
}

constexpr qsizetype longestLabel = 100; ///< of an attribute's value; what is longer is a note

bool isLabel(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestLabel && !text.contains(u'\n') && !text.contains(u'\t') && text == text.trimmed();
}

} // namespace

/// The quote has its parts joined by " … ", which they may hold themselves: they are told by their lengths.
BratDocument::Piece BratDocument::pieceOf(std::vector<Range> ranges, const QString &quote)
{
    const TextPositions positions(quote);
    QStringList parts;
    qsizetype at = 0;
    for (const Range &range : ranges) {
        const Utf16Range units = positions.toUtf16(Range{at, at + range.length()});
        parts += quote.sliced(units.begin, units.length());
        at += range.length() + 3;
    }
    return {std::move(ranges), onOneLine(parts.join(u' '))};
}

bool BratDocument::add(BratExport &all, const AnnotationRow &row)
{
    if (row.ranges.empty()) {
        ++all.wholeArticles;
        return false;
    }
    Item item{row.layer, all.names.of(typeName(all.labels, row)), pieceOf(rangesIn(row.ranges), utf16(row.quote)), {}, {}, {}, {}};
    for (const VariableValue &value : row.values)
        addValue(all, item, value);
    if (!row.memo.empty()) {
        const QString memo = utf16(row.memo);
        all.brokenNotes += memo.contains(u'\n') ? 1 : 0;
        item.notes += onOneLine(memo);
    }
    all.flags += row.status == "flagged" ? 1 : 0;
    m_items.push_back(std::move(item));
    return true;
}

void BratDocument::addValue(BratExport &all, Item &item, const VariableValue &value) const
{
    const Variable *variable = all.codebook.variable(value.variable);
    if (!variable)
        return;
    if (const auto *passage = std::get_if<Passage>(&value.value)) {
        Link link{{}, all.names.of(variable->name), pieceOf(passage->ranges, passage->quote)};
        if (const auto ends = brat::relationEnds(variable->description)) {
            link.role = all.names.of(variable->name);
            link.from = ends->first;
            link.at = ends->second;
            all.relations[link.role] = {ends->first, ends->second};
            item.relations.push_back(std::move(link));
        } else {
            link.role = all.names.ofRole(variable->name);
            all.events[item.type].insert(link.role);
            item.roles.push_back(std::move(link));
        }
        return;
    }
    const QString text = QString(utf16(all.labels.text(value.value))).replace("\\/"_L1, "/"_L1);
    if (!isLabel(text)) {
        ++all.wordsAsNotes;
        item.notes += onOneLine(variable->name + u": "_s + text);
        return;
    }
    const QString name = all.names.of(variable->name);
    const bool isFlag = text == "true"_L1 && variable->type == VariableType::Boolean;
    const QString safe = isFlag ? QString() : all.names.of(text);
    if (!isFlag)
        all.attributes[name].insert(safe);
    else
        all.attributes[name]; // which has no values
    item.attributes.emplace_back(name, safe);
}

/// The lines as they are numbered.
class BratDocument::Lines
{
public:
    Lines(BratExport &all, const std::vector<Item> &items)
        : m_all(all)
        , m_items(items)
    {
    }

    QByteArray run()
    {
        for (const Item &item : m_items)
            m_ids.push_back({addStretch(item.type, item.place), {}});
        for (size_t at = 0; at < m_items.size(); ++at) {
            if (!m_items[at].roles.empty())
                m_ids[at].event = u"E%1"_s.arg(++m_events);
            else
                m_all.entities.insert(m_items[at].type);
            m_at[m_items[at].place.ranges].push_back(at);
        }
        QString links;
        for (size_t at = 0; at < m_items.size(); ++at)
            links += linksOf(at);
        for (size_t at = 0; at < m_items.size(); ++at)
            links += wordsOf(at);
        return (m_stretchLines + links).toUtf8();
    }

private:
    struct Ids
    {
        QString stretch, event;
        const QString &name() const { return event.isEmpty() ? stretch : event; }
    };

    QString addStretch(const QString &type, const Piece &place)
    {
        const QString id = u"T%1"_s.arg(++m_stretches);
        QStringList pieces;
        for (const Range &range : place.ranges)
            pieces += u"%1 %2"_s.arg(range.begin).arg(range.end);
        m_stretchLines += id + u'\t' + type + u' ' + pieces.join(u';') + u'\t' + place.quote + u'\n';
        return id;
    }

    /// What a role points to: what is annotated there as what the role is called, else something else of the layer, else an event;
    /// else there is nothing yet, and it is made.
    QString targetOf(size_t from, const Link &link)
    {
        const auto there = m_at.find(link.to.ranges);
        const size_t none = m_items.size();
        size_t best = none, event = none;
        for (const size_t at : there == m_at.end() ? std::vector<size_t>() : there->second) {
            const Item &item = m_items[at];
            if (at == from || (item.layer != m_items[from].layer && item.type != link.type))
                continue;
            if (!m_ids[at].event.isEmpty())
                event = std::min(event, at);
            else if (best == none || (item.type == link.type && m_items[best].type != link.type))
                best = at;
        }
        if (best != none)
            return m_ids[best].stretch;
        if (event != none)
            return m_ids[event].event;
        if (!link.from.isEmpty() && link.to.ranges == m_items[from].place.ranges)
            return m_ids[from].name(); // a relation to itself
        QString &made = m_made[{link.type, link.to.ranges}];
        if (made.isEmpty()) {
            made = addStretch(link.type, link.to);
            m_all.entities.insert(link.type);
        }
        return made;
    }

    QString linksOf(size_t at)
    {
        const Item &item = m_items[at];
        QString lines;
        if (!item.roles.empty()) {
            lines += m_ids[at].event + u'\t' + item.type + u':' + m_ids[at].stretch;
            QHash<QString, int> count;
            for (const Link &link : item.roles) {
                const int number = ++count[link.role];
                lines += u' ' + link.role + (number > 1 ? QString::number(number) : QString()) + u':' + targetOf(at, link);
            }
            lines += u'\n';
        }
        for (const Link &link : item.relations)
            lines += u"R%1\t%2 %3:%4 %5:%6\n"_s.arg(QString::number(++m_relations), link.role, link.from, m_ids[at].name(), link.at, targetOf(at, link));
        return lines;
    }

    QString wordsOf(size_t at)
    {
        QString lines;
        for (const auto &[name, value] : m_items[at].attributes)
            lines += u"A%1\t%2 %3"_s.arg(QString::number(++m_attributes), name, m_ids[at].name()) + (value.isEmpty() ? QString() : u' ' + value) + u'\n';
        for (const QString &note : m_items[at].notes)
            lines += u"#%1\tAnnotatorNotes %2\t"_s.arg(QString::number(++m_notes), m_ids[at].name()) + note + u'\n';
        return lines;
    }

    BratExport &m_all;
    const std::vector<Item> &m_items;
    std::vector<Ids> m_ids; ///< of the items
    std::map<std::vector<Range>, std::vector<size_t>> m_at;
    std::map<std::pair<QString, std::vector<Range>>, QString> m_made; ///< stretches for roles of which nothing else says what they are
    QString m_stretchLines;
    int m_stretches = 0, m_events = 0, m_relations = 0, m_attributes = 0, m_notes = 0;
};

QByteArray BratDocument::text(BratExport &all) const
{
    return Lines(all, m_items).run();
}

} // namespace galley

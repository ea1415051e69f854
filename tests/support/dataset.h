// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/rows.h>

#include <string>
#include <vector>

namespace galley::testing {

inline QUuid numberedUuid(int number)
{
    return QUuid(QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

inline std::string plain(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces).toStdString();
}

/// An annotation row together with the texts its views look at.
struct OwnedRow
{
    AnnotationRow row;
    std::string annotation, article, title, outlet, published, url, ranges, quote, memo, status, created, modified;

    AnnotationRow view() const
    {
        AnnotationRow result = row;
        result.annotationUuid = annotation;
        result.articleUuid = article;
        result.title = title;
        result.outlet = outlet;
        result.published = published;
        result.url = url;
        result.ranges = ranges;
        result.quote = quote;
        result.memo = memo;
        result.status = status;
        result.created = created;
        result.modified = modified;
        return result;
    }
};

/// A layer Framing with every type of variable, two coders, two actors.
struct Dataset
{
    Codebook codebook;
    std::vector<Coder> coders;
    std::vector<Actor> actors;

    static Dataset small()
    {
        Dataset result;
        Layer framing{{1}, numberedUuid(1), QStringLiteral("Framing"), LayerUnit::Span, {}, 0};
        Layer article{{2}, numberedUuid(2), QStringLiteral("Article"), LayerUnit::Article, {}, 1};
        std::vector<Variable> variables;
        const auto variable = [&](LayerId layer, const char *name, VariableType type, bool multiple = false) {
            Variable one;
            one.id = {qint64(variables.size()) + 1};
            one.uuid = numberedUuid(10 + int(variables.size()));
            one.layer = layer;
            one.name = QString::fromUtf8(name);
            one.type = type;
            one.multiple = multiple;
            one.position = int(variables.size());
            variables.push_back(one);
        };
        variable({1}, "frame", VariableType::Code);
        variable({1}, "targets", VariableType::Actor, true);
        variable({1}, "weight", VariableType::Number);
        variable({1}, "sure", VariableType::Boolean);
        variable({1}, "note, free", VariableType::Text);
        variable({1}, "since", VariableType::Date);
        variable({1}, "marks", VariableType::Text, true);
        variable({2}, "relevance", VariableType::Code);
        std::vector<Code> codes;
        const auto code = [&](VariableId of, CodeId parent, const char *name) {
            Code one;
            one.id = {qint64(codes.size()) + 1};
            one.uuid = numberedUuid(30 + int(codes.size()));
            one.variable = of;
            one.parent = parent;
            one.name = QString::fromUtf8(name);
            one.position = int(codes.size());
            codes.push_back(one);
        };
        code({1}, {}, "Security");
        code({1}, {1}, "Defence/arms");
        code({1}, {}, "Économie, ménages");
        code({8}, {}, "relevant");
        result.codebook = Codebook(QStringLiteral("Test"), 1, {framing, article}, variables, codes);
        result.coders = {{{1}, numberedUuid(50), QStringLiteral("Ann"), CoderRole::Lead},
            {{2}, numberedUuid(51), QStringLiteral("=Bo, \"the\" 2nd"), CoderRole::Coder}};
        result.actors = {
            {{1}, numberedUuid(60), QStringLiteral("Town council")}, {{2}, numberedUuid(61), QStringLiteral("-Harbour, Inc.")}};
        return result;
    }
};

/// Values for tests that try many: the same seed, the same sequence on every machine.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 2 + 1)
    {
    }

    quint32 below(quint32 limit)
    {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        return quint32(m_state >> 33) % limit;
    }
    bool chance(quint32 in) { return below(in) == 0; }

    /// Text full of what tables and JSON stumble over; never a CR, since stored texts have none.
    QString text(quint32 longest)
    {
        static const QString pieces[] = {QStringLiteral("word"), QStringLiteral(" "), QStringLiteral(","), QStringLiteral("\""),
            QStringLiteral("\n"), QStringLiteral("😀"), QStringLiteral("é"), QStringLiteral("\\"), QStringLiteral(";"),
            QStringLiteral("\t"), QStringLiteral("="), QStringLiteral("中文"), QStringLiteral("\u00A0"), QStringLiteral("\u0001"),
            QStringLiteral("\u2028"), QStringLiteral("'"), QStringLiteral("["), QStringLiteral("]"), QStringLiteral("/"),
            QStringLiteral("-1")};
        QString result;
        for (quint32 length = below(longest + 1); length > 0; --length)
            result += pieces[below(std::size(pieces))];
        return result;
    }

private:
    quint64 m_state;
};

} // namespace galley::testing

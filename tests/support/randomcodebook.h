// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <domain/codebook.h>
#include <domain/codepath.h>
#include <domain/nameduuid.h>

#include <algorithm>

namespace galley::testing {

/// A codebook that holds whatever a codebook may hold, from a seed; ids and positions as who reads it again gives them.
class RandomCodebook
{
public:
    explicit RandomCodebook(quint64 seed)
        : m_random(seed, 0)
    {
    }

    Codebook make(const QString &name)
    {
        m_name = name;
        for (int at = 0, all = 1 + int(m_random.below(3)); at < all; ++at)
            addLayer(at);
        return Codebook(name, 1, m_layers, m_variables, m_codes);
    }

private:
    bool coin(quint32 of = 2) { return m_random.below(of) == 0; }

    QString word()
    {
        static const QStringList words{QStringLiteral("Economic"), QStringLiteral("a; b"), QStringLiteral("\"quoted\""), QStringLiteral("x, y"), QStringLiteral("Straße"), QStringLiteral("📰"),
                                       QStringLiteral("و"), QStringLiteral("1.5"), QStringLiteral("a/b"), QStringLiteral("c\\d"), QStringLiteral("?>"), QStringLiteral("]]>"), QStringLiteral("<b>&amp;"),
                                       QStringLiteral("– no"), QStringLiteral("Include: this"), QStringLiteral("true"), QStringLiteral("a > b"), QStringLiteral("=1+1"), QStringLiteral("#x"), QStringLiteral("a::b")};
        return words[int(m_random.below(quint32(words.size())))];
    }

    QString text(bool lines)
    {
        QString text = word();
        for (quint32 more = m_random.below(6); more > 0; --more)
            text += (lines && coin(3) ? QStringLiteral("\n") : QStringLiteral(" ")) + word();
        return text;
    }

    QString maybe(bool lines) { return coin() ? text(lines) : QString(); }

    QStringList some(bool semicolons)
    {
        QStringList texts;
        for (quint32 more = coin() ? m_random.below(3) : 0; more > 0; --more)
            texts += semicolons ? text(false) : text(false).remove(u';').simplified();
        return texts;
    }

    QUuid idOr(const QUuid &derived) { return coin() ? derived : namedUuid({QString::number(m_random.next64())}); }

    void addLayer(int position)
    {
        Layer layer{{qint64(m_layers.size()) + 1}, {}, QStringLiteral("%1 %2").arg(text(false)).arg(position), coin(3) ? LayerUnit::Article : LayerUnit::Span, maybe(true), position};
        layer.uuid = idOr(layerUuid(m_name, layer.name));
        if (coin(3))
            layer.leaveOut = {QStringLiteral("caption"), QStringLiteral("credit")};
        if (layer.unit == LayerUnit::Span) {
            layer.snap = Snap(m_random.below(4));
            layer.overlap = Overlap(m_random.below(3));
            layer.acrossParagraphs = coin();
        }
        m_layers.push_back(layer);
        for (int at = 0, all = int(m_random.below(4)); at < all; ++at)
            addVariable(layer, at);
    }

    void addVariable(const Layer &layer, int position)
    {
        Variable variable{{qint64(m_variables.size()) + 1}, {}, layer.id, QStringLiteral("v%1 %2").arg(position).arg(text(false).remove(u'=')).simplified(), VariableType(m_random.below(7)), maybe(true),
                          coin(), coin(), {}, {}, position};
        variable.uuid = idOr(variableUuid(m_name, layer.name, variable.name));
        if (variable.type == VariableType::Number) {
            variable.minimum = coin() ? std::optional(0.25) : std::nullopt;
            variable.maximum = coin() ? std::optional(1e6) : std::nullopt;
            variable.ratio = variable.minimum && coin();
            variable.standard = coin() ? std::optional<Value>(0.5) : std::nullopt;
        }
        const auto before = std::ranges::find_if(m_variables, [&](const Variable &one) { return one.layer == layer.id && one.type == VariableType::Boolean; });
        if (before != m_variables.end() && coin())
            variable.shownWhen.anyOf = {{before->id, true}};
        if (before != m_variables.end() && variable.required && coin())
            variable.requiredWhen.anyOf = {{before->id, false}};
        m_variables.push_back(variable);
        if (variable.type == VariableType::Code || variable.type == VariableType::Ordinal)
            addCodes(layer, variable, {}, {}, 0);
    }

    void addCodes(const Layer &layer, const Variable &variable, CodeId parent, const QString &path, int depth)
    {
        for (int at = 0, all = int(m_random.below(4)); at < all; ++at) {
            Code code{{qint64(m_codes.size()) + 1}, {}, variable.id, parent, QStringLiteral("%1 %2").arg(text(false)).arg(at), coin() ? std::optional(double(m_random.below(99))) : std::nullopt,
                      maybe(true), maybe(true), maybe(true), some(true), coin() ? QStringLiteral("#a0b1c2") : QString(), {}, at, some(false), maybe(false), some(true), coin(5)};
            const QString own = pathBelow(path, code.name);
            code.uuid = idOr(codeUuid(m_name, layer.name, variable.name, own));
            if (coin(3) && m_keys < 26)
                code.key = QChar(u'a' + m_keys++);
            m_codes.push_back(code);
            if (variable.type == VariableType::Code && depth < 3)
                addCodes(layer, variable, code.id, own, depth + 1);
        }
    }

    Random m_random;
    QString m_name;
    std::vector<Layer> m_layers;
    std::vector<Variable> m_variables;
    std::vector<Code> m_codes;
    int m_keys = 0;
};

} // namespace galley::testing

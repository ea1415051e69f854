// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>

#include <QString>
#include <QStringList>

#include <cmath>

namespace galley::testing {

/// Invented news prose: the same seed, the same text on every machine. Every other word is one of few that hold any text
/// together, the others are as unevenly frequent as words are, and names and figures stand among them.
class Prose
{
public:
    explicit Prose(quint64 seed)
        : m_random(seed, 0)
    {
    }

    double uniform() { return m_random.uniform(); }
    qsizetype below(qsizetype limit) { return m_random.below(quint32(limit)); }
    qsizetype between(qsizetype least, qsizetype most) { return least + below(most - least + 1); }
    bool chance(double share) { return uniform() < share; }
    const QString &oneOf(const QStringList &all) { return all[below(all.size())]; }

    /// A word with a meaning; few are in every text and most are rare.
    QString word()
    {
        constexpr double words = 30'000;
        const double rank = std::exp(uniform() * std::log(words)); // Zipf's law
        return spelled(quint64(rank) + 41);
    }
    QString name() { return capitalised(spelled(quint64(40'000 + below(4000) * 1987))); }

    QString sentence()
    {
        static const QStringList small
            = QStringLiteral("the of to a and in that for on with as by at from was is it its has had were "
                             "will be but after over an their which who not said this he she they would")
                  .split(u' ');
        QString text;
        const qsizetype length = between(8, 26);
        for (qsizetype at = 0; at < length; ++at) {
            const QString next = at + 1 < length && chance(0.45) ? oneOf(small)
                : chance(0.1)                                    ? name()
                : chance(0.03)                                   ? QString::number(between(2, 2000))
                                                                 : word();
            text += (at == 0 ? capitalised(next) : next)
                + (at + 1 == length   ? QString()
                       : chance(0.07) ? QStringLiteral(", ")
                                      : QStringLiteral(" "));
        }
        return chance(0.12) ? QStringLiteral("“%1,” said %2.").arg(text, name()) : text + u'.';
    }

    QString paragraph(qsizetype sentences = 0)
    {
        QStringList parts;
        for (qsizetype left = sentences > 0 ? sentences : between(1, 4); left > 0; --left)
            parts += sentence();
        return parts.join(u' ');
    }

    QString headline()
    {
        QStringList words;
        for (qsizetype left = between(5, 9); left > 0; --left)
            words += chance(0.3) ? name() : word();
        return capitalised(words.join(u' '));
    }

private:
    static QString capitalised(QString text)
    {
        text[0] = text[0].toUpper();
        return text;
    }

    /// The number as syllables: each number another word.
    static QString spelled(quint64 number)
    {
        static const QStringList heads = QStringLiteral("b c d f g h k l m n p r s t v w br st tr ch").split(u' ');
        static const QStringList tails = QStringLiteral("a e i o u ar en il on er").split(u' ');
        QString text;
        for (quint64 left = number; left > 0; left /= 200)
            text += heads[qsizetype(left % 20)] + tails[qsizetype(left / 20 % 10)];
        return text;
    }

    Random m_random;
};

} // namespace galley::testing

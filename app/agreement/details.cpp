// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details.h"

#include "agreementtext.h"

#include <reliability/breakdown.h>
#include <reliability/contingency.h>

#include <QJsonArray>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

AgreementDetail begun(const QString &kind, const QString &heading, const About &about)
{
    AgreementDetail detail{{{u"detail"_s, kind}}, {QString(), heading}};
    for (const auto &[name, value] : about) {
        detail.json.insert(name, value);
        detail.lines.last() += u" · %1: %2"_s.arg(name, value);
    }
    return detail;
}

QString nameOf(const Codings &codings, qint32 value)
{
    return value == Codings::Missing ? QString() : codings.categories[size_t(value)].name;
}

} // namespace

AgreementDetail confusionOf(const Codings &codings, const About &about)
{
    AgreementDetail detail = begun(u"confusion"_s, Agreement::tr("Values of one coder against those of another"), about);
    QJsonArray pairs;
    for (qsizetype first = 0; first < codings.coderCount(); ++first) {
        for (qsizetype second = first + 1; second < codings.coderCount(); ++second) {
            const QString pair = u"%1, %2"_s.arg(codings.coders[first], codings.coders[second]);
            QJsonArray cells;
            detail.lines += u"  "_s + pair;
            for (const ContingencyCell &cell : contingencyOf(codings, first, second).cells) {
                const QString one = nameOf(codings, cell.first), other = nameOf(codings, cell.second);
                cells.append(QJsonArray{one, other, cell.units});
                detail.lines += u"    %1  %2 – %3"_s.arg(cell.units, 8).arg(one, other);
            }
            pairs.append(QJsonObject{{u"pair"_s, pair}, {u"cells"_s, cells}});
        }
    }
    detail.json.insert(u"pairs"_s, pairs);
    return detail;
}

Result<AgreementDetail> disagreementsOf(const Codings &codings, Level level, qsizetype most, const About &about)
{
    const auto units = disagreeingUnits(codings, level, most);
    if (!units)
        return std::unexpected(units.error());
    AgreementDetail detail = begun(u"disagreements"_s, Agreement::tr("Units by their share of the disagreement"), about);
    QJsonArray rows;
    for (const DisagreeingUnit &unit : *units) {
        const QString name = codings.units.isEmpty() ? QString::number(unit.unit + 1) : codings.units[unit.unit];
        QJsonObject values;
        QStringList words;
        for (qsizetype coder = 0; coder < codings.coderCount(); ++coder) {
            const QString value = nameOf(codings, unit.values[size_t(coder)]);
            values.insert(codings.coders[coder], value.isNull() ? QJsonValue() : QJsonValue(value));
            if (!value.isNull())
                words += u"%1: %2"_s.arg(codings.coders[coder], value);
        }
        rows.append(QJsonObject{{u"unit"_s, name}, {u"share"_s, unit.share}, {u"values"_s, values}});
        detail.lines += u"  %1 %  %2  (%3)"_s.arg(100 * unit.share, 6, 'f', 2).arg(name, words.join(", "_L1));
    }
    detail.json.insert(u"units"_s, rows);
    return detail;
}

} // namespace galley

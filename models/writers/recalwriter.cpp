// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recalwriter.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

struct Recal
{
    Q_DECLARE_TR_FUNCTIONS(galley::RecalWriter)
};

} // namespace

Result<QString> writeRecal(const Codings &codings, const QString &path)
{
    const bool areWhole = std::ranges::all_of(codings.categories, [](const Category &category) {
        return category.number && *category.number == std::round(*category.number) && std::abs(*category.number) < 1e15;
    });
    QByteArray bytes;
    qsizetype leftOut = 0;
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        const auto unit = codings.unit(row);
        if (std::ranges::contains(unit, Codings::Missing)) {
            ++leftOut;
            continue;
        }
        for (size_t coder = 0; coder < unit.size(); ++coder) {
            const qint32 value = unit[coder];
            bytes += coder == 0 ? "" : ",";
            bytes += QByteArray::number(areWhole ? qint64(*codings.categories[size_t(value)].number) : qint64(value) + 1);
        }
        bytes += "\r\n";
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());

    QStringList remarks{Recal::tr("%1: %n units in ReCal’s form, the columns are %2.", nullptr, int(codings.unitCount() - leftOut))
                            .arg(path, codings.coders.join(QStringLiteral(", ")))};
    if (leftOut > 0)
        remarks += Recal::tr("%n units that not every coder valued were left out.", nullptr, int(leftOut));
    for (size_t i = 0; !areWhole && i < codings.categories.size(); ++i)
        remarks += Recal::tr("%1 is “%2”").arg(i + 1).arg(codings.categories[i].name);
    return remarks.join(u'\n');
}

} // namespace galley

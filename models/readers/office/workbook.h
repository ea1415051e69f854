// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opcpackage.h"

#include <vector>

class QXmlStreamReader;

namespace galley {

/// A row of a sheet: its cells as text, dates as ISO 8601, by column; empty cells are left out.
struct SheetRow
{
    int number = 0;                             ///< from 1
    std::vector<std::pair<int, QString>> cells; ///< columns from 0, in ascending order

    QString cell(int column) const;
};

/// The sheets of an Excel workbook (.xlsx), one after the other.
class Workbook
{
public:
    static Result<Workbook> open(QByteArray bytes);

    int sheets() const { return int(m_sheets.size()); }
    const QString &name(int sheet) const { return m_names[sheet]; }
    /// Its rows that are not empty. What stands in merged cells stands in each row that they reach over.
    Result<std::vector<SheetRow>> rows(int sheet) const;

private:
    explicit Workbook(OpcPackage package)
        : m_package(std::move(package))
    {
    }
    Result<> readStrings(const QString &part);
    void readStyles(const QString &part);
    QString valueOf(QStringView type, int style, const QString &stored) const;
    SheetRow row(QXmlStreamReader &xml, int number) const;

    OpcPackage m_package;
    QStringList m_sheets; ///< their parts
    QStringList m_names;
    std::vector<QString> m_strings;
    std::vector<bool> m_dates; ///< by style: is a number a date?
    bool m_from1904 = false;
};

/// Does a number format show dates or times?
bool isDateFormat(QStringView code);
/// A date as spreadsheets count it, in days; empty where it is out of their range.
QString dateOfSerial(double serial, bool from1904);

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook.h"

#include <readers/readertext.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostColumns = 16'384;
constexpr int mostRows = 1'048'576;

/// "BC12" -> 54, 12; -1 and 0 where it is no cell.
std::pair<int, int> placeOf(QStringView reference)
{
    int column = 0, row = 0;
    for (const QChar c : reference) {
        if (c >= u'A' && c <= u'Z' && row == 0 && column < mostColumns)
            column = column * 26 + (c.unicode() - u'A' + 1);
        else if (c >= u'0' && c <= u'9' && row < mostRows)
            row = row * 10 + (c.unicode() - u'0');
        else if (c != u'$')
            return {-1, 0};
    }
    return {column > mostColumns ? -1 : column - 1, row > mostRows ? 0 : row};
}

/// Characters that XML cannot hold are written as _x000D_.
QString withoutEscapes(QString text)
{
    static const QRegularExpression written(u"_x([0-9A-Fa-f]{4})_"_s);
    qsizetype at = text.indexOf(u"_x"_s);
    while (at >= 0) {
        const auto match
            = written.matchView(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        const char16_t code = match.hasMatch() ? char16_t(match.capturedView(1).toUShort(nullptr, 16)) : u'\0';
        if (code)
            text.replace(at, 7, QChar(code));
        at = text.indexOf(u"_x"_s, at + 1);
    }
    return text;
}

/// The text of a string with runs of different looks, without the reading aids above East Asian words.
QString stringIn(QXmlStreamReader &xml)
{
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == "t"_L1)
            text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.name() == "r"_L1)
            text += stringIn(xml);
        else
            xml.skipCurrentElement();
    }
    return text;
}

struct Merge
{
    int row = 0, lastRow = 0, column = 0;
};

/// Only downwards: what stands beside its column belongs to others.
void spread(std::vector<SheetRow> &rows, std::vector<Merge> merges)
{
    std::ranges::sort(merges, {}, &Merge::row);
    QHash<int, std::pair<int, QString>> open; // by column: to which row, and what
    auto next = merges.begin();
    for (SheetRow &row : rows) {
        for (; next != merges.end() && next->row <= row.number; ++next) {
            if (next->row == row.number)
                open.insert(next->column, {next->lastRow, row.cell(next->column)});
        }
        for (auto merge = open.begin(); merge != open.end();) {
            if (merge->first < row.number) {
                merge = open.erase(merge);
                continue;
            }
            const auto place = std::ranges::lower_bound(row.cells, merge.key(), {}, [](const auto &cell) { return cell.first; });
            if (place == row.cells.end() || place->first != merge.key())
                row.cells.insert(place, {merge.key(), merge->second});
            ++merge;
        }
    }
}

bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47 && format != 46)
        || (format >= 50 && format <= 58);
}

} // namespace

QString SheetRow::cell(int column) const
{
    const auto place = std::ranges::lower_bound(cells, column, {}, [](const auto &cell) { return cell.first; });
    return place != cells.end() && place->first == column ? place->second : QString();
}

Result<Workbook> Workbook::open(QByteArray bytes)
{
    auto package = OpcPackage::open(std::move(bytes));
    if (!package)
        return std::unexpected(package.error());
    Workbook book(std::move(*package));
    QString part = book.m_package.related({}, "officeDocument"_L1);
    if (part.isEmpty())
        part = u"xl/workbook.xml"_s;
    if (part.endsWith(".bin"_L1))
        return failed(Readers::tr("It is a binary workbook (.xlsb); it has to be saved as .xlsx first."));
    const QDomDocument tree = book.m_package.tree(part);
    const QDomElement root = tree.documentElement();
    const QString from1904 = attributeNamed(childNamed(root, "workbookPr"_L1), "date1904"_L1);
    book.m_from1904 = from1904 == "1"_L1 || from1904 == "true"_L1;
    QHash<QString, QString> targets;
    for (const OpcPackage::Relation &relation : book.m_package.relations(part)) {
        if (relation.type == "worksheet"_L1)
            targets.insert(relation.id, relation.target);
    }
    for (const QDomElement &sheet : childrenNamed(childNamed(root, "sheets"_L1), "sheet"_L1)) {
        if (const QString target = targets.value(attributeNamed(sheet, "id"_L1)); !target.isEmpty()) {
            book.m_sheets.push_back(target);
            book.m_names.push_back(attributeNamed(sheet, "name"_L1));
        }
    }
    if (book.m_sheets.isEmpty())
        return failed(Readers::tr("The workbook has no sheets."));
    book.readStyles(book.m_package.related(part, "styles"_L1));
    if (const QString strings = book.m_package.related(part, "sharedStrings"_L1); !strings.isEmpty()) {
        if (const auto read = book.readStrings(strings); !read)
            return std::unexpected(read.error());
    }
    return book;
}

Result<> Workbook::readStrings(const QString &part)
{
    const auto bytes = m_package.contents(part);
    if (!bytes)
        return std::unexpected(bytes.error());
    QXmlStreamReader xml(*bytes);
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        if (xml.name() == "si"_L1)
            m_strings.push_back(withoutEscapes(stringIn(xml)));
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return failed(Readers::tr("The texts of the workbook are damaged: %1").arg(xml.errorString()));
    return {};
}

void Workbook::readStyles(const QString &part)
{
    const QDomDocument tree = m_package.tree(part);
    const QDomElement root = tree.documentElement();
    QSet<int> dates;
    for (const QDomElement &format : childrenNamed(childNamed(root, "numFmts"_L1), "numFmt"_L1)) {
        if (isDateFormat(attributeNamed(format, "formatCode"_L1)))
            dates.insert(attributeNamed(format, "numFmtId"_L1).toInt());
    }
    for (const QDomElement &style : childrenNamed(childNamed(root, "cellXfs"_L1), "xf"_L1)) {
        const int format = attributeNamed(style, "numFmtId"_L1).toInt();
        m_dates.push_back(dates.contains(format) || isBuiltInDate(format));
    }
}

Result<std::vector<SheetRow>> Workbook::rows(int sheet) const
{
    const auto bytes = m_package.contents(m_sheets[sheet]);
    if (!bytes)
        return std::unexpected(bytes.error());
    QXmlStreamReader xml(*bytes);
    std::vector<SheetRow> rows;
    std::vector<Merge> merges;
    int number = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "row"_L1) {
            const int stated = xml.attributes().value("r"_L1).toInt();
            number = stated > number && stated <= mostRows ? stated : number + 1;
            if (SheetRow row = this->row(xml, number); !row.cells.empty())
                rows.push_back(std::move(row));
        } else if (xml.name() == "mergeCell"_L1) {
            const QString range = xml.attributes().value("ref"_L1).toString();
            const auto [column, first] = placeOf(range.section(u':', 0, 0));
            const int last = placeOf(range.section(u':', 1)).second;
            if (column >= 0 && last > first)
                merges.push_back({first, last, column});
        }
    }
    if (xml.hasError())
        return failed(Readers::tr("A sheet of the workbook is damaged: line %L1, %2").arg(xml.lineNumber()).arg(xml.errorString()));
    spread(rows, std::move(merges));
    return rows;
}

SheetRow Workbook::row(QXmlStreamReader &xml, int number) const
{
    SheetRow row{number, {}};
    int column = -1;
    while (xml.readNextStartElement()) {
        const QString type = xml.attributes().value("t"_L1).toString();
        const int style = xml.attributes().value("s"_L1).toInt();
        const int stated = placeOf(xml.attributes().value("r"_L1)).first;
        column = stated > column ? stated : column + 1;
        QString value;
        while (xml.readNextStartElement()) {
            if (xml.name() == "v"_L1)
                value = valueOf(type, style, xml.readElementText(QXmlStreamReader::IncludeChildElements));
            else if (xml.name() == "is"_L1)
                value = withoutEscapes(stringIn(xml));
            else
                xml.skipCurrentElement();
        }
        if (!value.isEmpty() && column < mostColumns)
            row.cells.emplace_back(column, std::move(value));
    }
    return row;
}

QString Workbook::valueOf(QStringView type, int style, const QString &stored) const
{
    if (type == "s"_L1) {
        bool number = false;
        const qsizetype at = stored.trimmed().toLongLong(&number);
        return number && at >= 0 && at < qsizetype(m_strings.size()) ? m_strings[size_t(at)] : QString();
    }
    if (type == "b"_L1)
        return stored.trimmed() == "1"_L1 ? u"true"_s : u"false"_s;
    if (type == "str"_L1 || type == "inlineStr"_L1)
        return withoutEscapes(stored);
    if (type == "d"_L1 || type == "e"_L1)
        return stored;
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber)
        return stored;
    if (style >= 0 && style < int(m_dates.size()) && m_dates[size_t(style)]) {
        if (const QString date = dateOfSerial(number, m_from1904); !date.isEmpty())
            return date;
    }
    const bool whole = std::ranges::all_of(stored, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return whole ? stored : QString::number(number, 'g', 15); // as a spreadsheet shows it: 0.1 + 0.2 is 0.3
}

bool isDateFormat(QStringView code)
{
    if (code.compare("General"_L1, Qt::CaseInsensitive) == 0 || code.compare("Standard"_L1, Qt::CaseInsensitive) == 0)
        return false;
    // Only the first section counts, without quoted words, escaped characters, fill characters and conditions.
    static const QRegularExpression literal(u"\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]"_s);
    const QString shown = code.toString().remove(literal).section(u';', 0, 0);
    return std::ranges::any_of(shown, [](QChar c) { return u"dmyhsDMYHS"_s.contains(c); });
}

QString dateOfSerial(double serial, bool from1904)
{
    if (!(serial >= 0) || serial > 2'958'465.99999)
        return {};
    qint64 seconds = std::llround(serial * 86'400);
    const qint64 days = seconds / 86'400;
    seconds %= 86'400;
    const QString time = QTime::fromMSecsSinceStartOfDay(int(seconds) * 1000).toString(Qt::ISODate);
    if (days == 0 && !from1904)
        return time;
    // The first spreadsheets took 1900 for a leap year, and all others followed them.
    const QDate first = from1904 ? QDate(1904, 1, 1) : days < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QString date = first.addDays(days).toString(Qt::ISODate);
    return seconds ? date + u'T' + time : date;
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KZip>

#include <QBuffer>

#include <utility>
#include <vector>

namespace galley::testing {

using ZipParts = std::vector<std::pair<QString, QByteArray>>;

/// A ZIP archive in memory.
inline QByteArray zipped(const ZipParts &parts, KZip::Compression compression = KZip::DeflateCompression)
{
    QBuffer buffer;
    KZip zip(&buffer);
    zip.open(QIODevice::WriteOnly);
    zip.setExtraField(KZip::NoExtraField);
    for (const auto &[name, content] : parts) {
        zip.setCompression(name == QLatin1StringView("mimetype") ? KZip::NoCompression : compression);
        zip.writeFile(name, content);
    }
    zip.close();
    return buffer.data();
}

/// With the parts that every package of Office Open XML begins with; `type` is the main part's folder and name.
inline QByteArray packaged(const QString &mainPart, ZipParts parts, const QByteArray &moreRelations = {})
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    parts.insert(
        parts.begin(),
        {{QStringLiteral("[Content_Types].xml"), "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
         {QStringLiteral("_rels/.rels"),
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          "<Relationship Id='r1' Type='"
              + office + "officeDocument' Target='" + mainPart.toUtf8() + "'/>" + moreRelations + "</Relationships>"}});
    return zipped(parts);
}

/// The part that names the parts belonging to another: {"styles", "styles.xml"}.
inline QByteArray relations(const std::vector<std::pair<QByteArray, QByteArray>> &targets)
{
    QByteArray result = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    int number = 0;
    for (const auto &[type, target] : targets)
        result += "<Relationship Id='r" + QByteArray::number(++number)
            + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "' Target='" + target
            + "'/>";
    return result + "</Relationships>";
}

} // namespace galley::testing

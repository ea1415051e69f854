// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ziparchive.h"

#include <readers/markup/xmldocument.h>
#include <readers/reader.h>

namespace galley {

/// A document of Office Open XML (.docx, .xlsx): parts in a ZIP archive, which name the parts that belong to them.
class OpcPackage
{
public:
    static Result<OpcPackage> open(QByteArray bytes);

    struct Relation
    {
        QString id;
        QString type;   ///< the last word of its address: "officeDocument", "styles"
        QString target; ///< name of a part
    };
    /// Of a part, or of the package itself where the name is empty. Nothing outside the package is among them.
    std::vector<Relation> relations(const QString &part) const;
    /// The first part of a type that belongs to a part; empty where there is none.
    QString related(const QString &part, QLatin1StringView type) const;

    Result<QByteArray> contents(const QString &part) const { return m_archive.contents(part); }
    /// A part as a tree; empty where there is none, or none that can be read. It must outlive its elements.
    QDomDocument tree(const QString &part) const;

    /// What the document says about itself: title and authors, everything else among the fields.
    Article properties() const;

private:
    explicit OpcPackage(ZipArchive archive)
        : m_archive(std::move(archive))
    {
    }

    ZipArchive m_archive;
};

/// Does the beginning of a file show a package with parts in `folder` ("word/")? Where it shows nothing, does the file's
/// name end in one of the suffixes? Encrypted packages, which look like files of old office programs, are told by name.
bool isOpcPackage(const FileHead &head, QLatin1StringView folder, std::span<const char *const> suffixes);

/// An attribute by its local name, whatever its namespace; empty where it is absent.
QString attributeNamed(const QDomElement &element, QLatin1StringView name);

} // namespace galley

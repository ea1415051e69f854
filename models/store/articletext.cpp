// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articletext.h"

#include "failure.h"

#include <base/sha256.h>

namespace galley {

QString articleText(sql::Connection &connection, ArticleId id)
{
    sql::Statement rows = connection.prepare("SELECT body, text_sha256, title FROM article_text JOIN article ON article.id = article "
                                             "WHERE article = ?1");
    if (!rows.with(id).step())
        throw Failure(Store::tr("There is no such article in the project."));
    const std::string_view body = rows.utf8(0);
    const QByteArrayView bytes(body.data(), qsizetype(body.size()));
    if (sha256Of(bytes) != rows.bytes(1)) {
        throw Failure(Store::tr("The text of “%1” is not the one that was imported: the project file has been altered or damaged. "
                                "The folder of backups beside it, if there is one, holds earlier states.").arg(rows.text(2)));
    }
    return QString::fromUtf8(bytes);
}

} // namespace galley

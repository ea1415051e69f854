// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

class QJsonObject;
class QJsonValue;

namespace galley {

/// What a page says about its article in linked data (JSON-LD in the words of schema.org).
class LinkedData
{
public:
    /// Takes what one script states. Of several articles the first counts that has a headline.
    void take(QByteArrayView script);
    /// To be called after the last script: names of authors may stand in another one than the article.
    void resolve();

    QString headline;
    QString published;
    QString modified;
    QString outlet;
    QString section;
    QString language;
    QString url;
    QString description;
    QString keywords;
    QString body; ///< a blank line between paragraphs, as far as they can be told apart
    QStringList authors;

private:
    void takeValue(const QJsonValue &value, int depth);
    void takeArticle(const QJsonObject &article);

    QHash<QString, QString> m_names; ///< of persons and organisations, by @id
    bool m_known = false;
};

} // namespace galley

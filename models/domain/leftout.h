// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace galley {

/// Why a source's text is not in the article.
enum class LeftOutReason {
    Surroundings, ///< navigation, sidebars, teasers, share buttons, by what the page calls them
    Outside,      ///< beside the part of the page that was taken for the article
    Comments,     ///< of readers, or a dialogue about consent
    Links,        ///< to other pages, and headings that announce them
    Notice,       ///< "Advertisement", "Sign up for …", a farewell
    Hidden,       ///< the page does not show it
    Controls,     ///< buttons, lists to choose from, what stands for a script or a frame
    Scrap,        ///< a word or a heading that belongs to nothing
    Alternative,  ///< another form of a text that is there
    Part,         ///< of a message or a file that is no text of the article
    Metadata,     ///< a field for which there is no place
    Label,        ///< words of the format or the database itself
    Withdrawn,    ///< deleted, or a remark of an editor
    Unread,       ///< no rule knew it
};

/// Text of a source that is neither in the article's text nor in a field.
struct LeftOutText
{
    LeftOutReason reason = LeftOutReason::Unread;
    qint64 characters = 0; ///< code points, white space aside
    int paragraphs = 1;
    bool prose = false; ///< it reads like sentences, not like links
    QString begins;     ///< its first words

    bool operator==(const LeftOutText &) const = default;
};

QString nameOf(LeftOutReason reason); ///< stable, as in the file and in exports: "surroundings"
std::optional<LeftOutReason> leftOutReasonNamed(QStringView name);

/// `[{"reason","characters","paragraphs","prose","begins"}]`, in the project file, in exports and on the command line.
QJsonArray jsonArrayOf(const std::vector<LeftOutText> &leftOut);
std::vector<LeftOutText> leftOutFrom(const QJsonArray &array); ///< what of it has a known reason

} // namespace galley

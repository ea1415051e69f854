// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Code points that are not white space or marks without a shape: the same in two layouts of one text.
qint64 inkOf(QStringView text);

/// What `plain` leaves of the line that it was made of: signs of a markup, in their order.
QString signsAround(QStringView line, QStringView plain);

/// Sentences rather than links, labels and lists.
bool readsLikeProse(QStringView text);

/// Keeps account of every piece of text that a source holds for one article, in the order of the source.
class TextAccount
{
public:
    /// A piece that the reader put into the article's text.
    void took(const QString &text);
    /// A piece that it did not put there: in a field, or left out for that reason. `place`: where it would stand, in UTF-16 units
    /// of the article's text.
    void left(const QString &text, LeftOutReason reason, std::optional<qsizetype> place = std::nullopt, bool prose = true);
    /// A piece that became a field's value, in another form: a date as ISO 8601.
    void stated(const QString &text);
    /// Lines of which the reader does not say what became of them: they are looked for in the text and in the fields.
    void holds(const QString &text, LeftOutReason ifLeft = LeftOutReason::Unread);

    void add(TextAccount other); ///< behind what is there

    bool isEmpty() const { return m_pieces.empty(); }
    qint64 characters() const; ///< of all pieces, as inkOf() counts

    /// Says in `read`, whose text and fields are complete, where everything is.
    void settle(ReadArticle &read) const;

private:
    enum class Fate { InText, InField, NotInText, LookFor };
    struct Piece
    {
        QString text;
        Fate fate;
        LeftOutReason reason;
        std::optional<qsizetype> place;
        bool prose;
    };
    std::vector<Piece> m_pieces;
};

/// Adds up what the articles of a file account for, so that what is in none of them can be told.
class FileAccount
{
public:
    explicit FileAccount(const TakeRecord &take);
    FileAccount(const FileAccount &) = delete;

    const TakeRecord &take() const { return m_counting; } ///< gives on and counts
    /// Text of the file that came into no article: false where no more is wanted.
    bool leave(int line, const QString &text, LeftOutReason reason);
    /// To be called at the end of the file, which holds so many characters of text.
    void close(qint64 characters, LeftOutReason reason);

private:
    const TakeRecord &m_outer;
    TakeRecord m_counting;
    qint64 m_accounted = 0;
    bool m_wanted = true;
};

/// Puts what was left out into the article's text as a paragraph of its own, at its place, else at the end.
void takeIn(ReadArticle &read, size_t passage);

} // namespace galley

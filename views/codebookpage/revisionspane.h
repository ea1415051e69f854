// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QListWidget;
class QTextBrowser;

namespace galley {

/// A state the codebook has had, for people.
struct ShownRevision
{
    QString title;       ///< "Revision 3 · 4 May · Leonore"
    QString text;        ///< by what it became that
    QString differences; ///< from the one before, as HTML
};

/// The codebook's revisions, the newest first, and what is another in the chosen one.
class RevisionsPane : public QWidget
{
    Q_OBJECT

public:
    explicit RevisionsPane(QWidget *parent = nullptr);

    void setRevisions(std::vector<ShownRevision> revisions);

private:
    void showChosen();

    std::vector<ShownRevision> m_revisions;
    QListWidget *m_list;
    QTextBrowser *m_differences;
};

} // namespace galley

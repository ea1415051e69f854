// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace galley {

struct ShownVersion
{
    ArticleId article;
    QString title;
    QString where; ///< "Gazette · 4 May 2023"
    QString share; ///< "lead", "93 % in common with the lead"
    QString text;
};

/// The versions of a story, and side by side what one has that the other has not.
class VersionsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `current`: the article being read; what it is compared with is chosen from the others.
    VersionsDialog(const std::vector<ShownVersion> &versions, ArticleId current, bool canCode, QWidget *parent = nullptr);

signals:
    void openRequested(galley::ArticleId article);
    void carryOverRequested(const std::vector<galley::ArticleId> &to); ///< what is coded in the current article

private:
    void compare();
    ArticleId chosen() const;

    std::vector<ShownVersion> m_versions; ///< without the current one
    ShownVersion m_current;
    QListWidget *m_list;
    QTextBrowser *m_left;
    QTextBrowser *m_right;
    QLabel *m_rightTitle;
};

} // namespace galley

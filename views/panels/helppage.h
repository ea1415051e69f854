// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTextBrowser;
class QToolButton;

namespace galley {

/// Help pages: Markdown from a resource folder, with links between them and to the web.
class HelpPage : public QWidget
{
    Q_OBJECT

public:
    explicit HelpPage(QWidget *parent = nullptr);

    /// e.g. ":/galley/help/index.md". False where there is no such page: the reader is told.
    bool showPage(const QString &path);
    QString page() const { return m_page; }

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(const QUrl &link);
    void render();

    QString m_page;
    QStringList m_back;
    QTextBrowser *m_browser;
    QToolButton *m_backButton;
};

} // namespace galley

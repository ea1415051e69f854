// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>
#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace galley {

struct RecentProject
{
    QString path;
    QDateTime opened;
    bool missing = false; ///< the file is not there any more

    bool operator==(const RecentProject &) const = default;
};

struct CodebookChoice
{
    QString key; ///< handed back: a built-in codebook's name
    QString name;
    QString description;

    bool operator==(const CodebookChoice &) const = default;
};

/// What is shown while no project is open: recent ones, and ways to begin.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentProjects(const std::vector<RecentProject> &projects); ///< newest first
    void setCodebooks(const std::vector<CodebookChoice> &codebooks);
    void setDemoAvailable(bool available);

signals:
    void openRequested();                            ///< ask for a file
    void projectChosen(const QString &path);         ///< a recent one
    void recentRemoved(const QString &path);
    void newProjectRequested(const QString &codebook); ///< a CodebookChoice's key
    void demoRequested();
    void filesDropped(const QList<QUrl> &files);     ///< projects or articles

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildRecent();
    QWidget *buildBeginning();

    std::vector<RecentProject> m_projects;
    QLabel *m_mark;
    QLabel *m_noRecent;
    QVBoxLayout *m_recent;
    QVBoxLayout *m_codebooks;
    QWidget *m_demo;
};

} // namespace galley

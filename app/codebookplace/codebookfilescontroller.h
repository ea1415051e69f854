// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QPrinter;

namespace galley {

class Desk;
class Workspace;
struct IncomingCodebook;

/// The codebook as files of the field, on paper and as PDF. What is brought in is looked at as source before it is applied.
class CodebookFilesController : public QObject
{
    Q_OBJECT

public:
    explicit CodebookFilesController(Desk &desk);

    QList<QAction *> actions() const { return m_files + m_printing; }
    QList<QAction *> fileActions() const { return m_files; }
    QList<QAction *> printActions() const { return m_printing; }

    void exportTo(const QString &path);
    void importFrom(const QString &path);

signals:
    void proposed(const QString &yaml); ///< a codebook was read that is to be looked at

private:
    void askImport();
    void propose(const IncomingCodebook &read, const QString &path);
    void askExport();
    void print();
    void askPdf();
    void printTo(QPrinter &printer);
    QString html() const;

    Desk &m_desk;
    Workspace &m_workspace;
    QList<QAction *> m_files;
    QList<QAction *> m_printing;
};

} // namespace galley

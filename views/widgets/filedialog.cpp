// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedialog.h"

#include <QAbstractFileIconProvider>
#include <QDir>
#include <QFileDialog>
#include <QMimeDatabase>

namespace galley {

namespace {

class NamesAlone : public QAbstractFileIconProvider
{
public:
    QIcon icon(const QFileInfo &file) const override { return QAbstractFileIconProvider::icon(file.isDir() ? Folder : File); }
    QString type(const QFileInfo &file) const override
    {
        return file.isDir() ? QAbstractFileIconProvider::type(file) : QMimeDatabase().mimeTypeForFile(file.fileName(), QMimeDatabase::MatchExtension).comment();
    }
};

} // namespace

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    static NamesAlone names;
    auto *dialog = new QFileDialog(parent, title, QDir::rootPath(), filter); // there are no files to be looked into before it knows how
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIconProvider(&names);
    dialog->setDirectory(folder);
    return dialog;
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filechoice.h"

#include "../settings.h"

#include <widgets/filedialog.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace galley {

namespace {

void openFileDialog(QWidget *window, Settings &settings, const FileChoice &choice, QFileDialog::FileMode mode,
                    std::function<void(const QStringList &)> then)
{
    QFileDialog *dialog = fileDialog(window, choice.title, settings.folder(), choice.filter);
    dialog->setFileMode(mode);
    dialog->setAcceptMode(mode == QFileDialog::AnyFile ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setDefaultSuffix(choice.suffix);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) { // of several formats
        static const QRegularExpression first(QStringLiteral("\\*\\.(\\w+)"));
        if (const auto match = first.match(filter); match.hasMatch() && dialog->acceptMode() == QFileDialog::AcceptSave)
            dialog->setDefaultSuffix(match.captured(1));
    });
    if (!choice.name.isEmpty())
        dialog->selectFile(choice.name);
    QObject::connect(dialog, &QFileDialog::filesSelected, window, [&settings, then = std::move(then)](const QStringList &files) {
        if (files.isEmpty())
            return;
        settings.set(Setting::LastFolder, QFileInfo(files.first()).absolutePath());
        then(files);
    });
    dialog->open();
}

} // namespace

void chooseFiles(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QStringList &)> then)
{
    openFileDialog(window, settings, choice, QFileDialog::ExistingFiles, std::move(then));
}

void chooseFile(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QString &)> then)
{
    openFileDialog(window, settings, choice, QFileDialog::ExistingFile, [then = std::move(then)](const QStringList &files) { then(files.first()); });
}

void chooseFolder(QWidget *window, Settings &settings, const QString &title, std::function<void(const QString &)> then)
{
    openFileDialog(window, settings, {title, {}}, QFileDialog::Directory, [then = std::move(then)](const QStringList &folders) { then(folders.first()); });
}

void chooseNewFile(QWidget *window, Settings &settings, const FileChoice &choice, std::function<void(const QString &)> then)
{
    openFileDialog(window, settings, choice, QFileDialog::AnyFile, [then = std::move(then)](const QStringList &files) { then(files.first()); });
}

} // namespace galley

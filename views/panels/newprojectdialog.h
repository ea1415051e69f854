// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "startpage.h"

#include <QDialog>

#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

struct NewProject
{
    QString path;     ///< ends in .galley; nothing is there yet
    QString codebook; ///< a CodebookChoice's key, or the path of a codebook file

    bool operator==(const NewProject &) const = default;
};

/// Asks where a new project goes and with which codebook it begins.
class NewProjectDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder`: where the file is offered.
    NewProjectDialog(const std::vector<CodebookChoice> &codebooks, const QString &folder, QWidget *parent = nullptr);

    void setCodebook(const QString &key);
    std::optional<NewProject> project() const; ///< nothing while what is entered cannot be made

private:
    QWidget *buildPlace(const QString &folder);
    QWidget *buildCodebooks(const std::vector<CodebookChoice> &codebooks);
    void browseFolder();
    void browseCodebook();
    void showCodebookFile();
    void check();

    QLineEdit *m_name;
    QLineEdit *m_folder;
    QLabel *m_problem;
    QButtonGroup *m_group;
    QStringList m_keys; ///< by button id
    QString m_file;
    QLabel *m_fileName;
    QPushButton *m_create;
};

} // namespace galley

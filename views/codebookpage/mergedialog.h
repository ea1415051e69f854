// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace galley {

/// What merging would touch, in words.
struct MergePreview
{
    QString touched;        ///< "12 annotations have it: Ada 7, Ben 5"
    QStringList some = {};  ///< of their passages
    QString whyNot = {};    ///< these two cannot be merged; empty: they can
};

/// Asks into which code of its variable another one is merged, and shows what that touches before it is done.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(const Codebook &codebook, CodeId from, QWidget *parent);

    CodeId into() const; ///< 0: none is chosen
    void setPreview(CodeId into, const MergePreview &preview); ///< what is of another than the chosen one comes too late

signals:
    void previewWanted(galley::CodeId into);
    void mergeWanted(galley::CodeId into);

private:
    void filter();
    void ask();

    QLineEdit *m_filter;
    QListWidget *m_codes;
    QLabel *m_touched;
    QListWidget *m_some;
    QPushButton *m_merge;
};

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace galley {

/// Headline, outlet and date of an article, to be corrected.
class ArticleFieldsDialog : public QDialog
{
    Q_OBJECT

public:
    ArticleFieldsDialog(const QString &title, const QString &outlet, const QString &published, QWidget *parent = nullptr);

    QString title() const;
    QString outlet() const;
    QString published() const;

private:
    QLineEdit *m_title;
    QLineEdit *m_outlet;
    QLineEdit *m_published;
};

} // namespace galley

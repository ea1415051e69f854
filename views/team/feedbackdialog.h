// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QTreeWidget;

namespace galley {

/// One passage in words: what the coder has and what the gold answer is.
struct FeedbackRow
{
    QString sign, kind; ///< "≠", "Other codes"
    QString passage, yours, gold;
    QString why; ///< the definition of the gold answer's code, or how it was settled
    bool isSame = false;
};

/// What a coder in training did differently. It stays beside the text while they look at it.
class FeedbackDialog : public QDialog
{
    Q_OBJECT

public:
    FeedbackDialog(const QString &heading, const std::vector<FeedbackRow> &rows, QWidget *parent);

private:
    std::vector<FeedbackRow> m_rows;
    QTreeWidget *m_list;
    QLabel *m_why;
};

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readingcard.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace galley {

class EditedReading;

/// A group of compared annotations in words.
struct ShownGroup
{
    QString heading; ///< "Other codes · Framing"
    std::vector<ShownReading> readings;
    QString settled = {}; ///< what holds, by whom, why; empty: it is open
    QString other = {};   ///< what another copy settled instead
    QString said = {};    ///< how much was said of it, and the last words
};

/// One disagreement: who has what, and what is to hold.
class SettlingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SettlingPanel(QWidget *parent = nullptr);

    void setActions(const QList<QAction *> &accept, const QList<QAction *> &others); ///< those of the coders in their order; the rest
    void showGroup(const ShownGroup &group);
    void clear();

    void setSaid(const QString &said);

    void setCategories(const QStringList &categories); ///< that were given before
    QString reason() const;
    QString category() const;
    void clearReason();
    void focusReason();

    EditedReading &editing() { return *m_editing; }
    bool isEditing() const;
    void setEditing(bool editing);

signals:
    void reasonGiven(); ///< Return in its field

private:
    QWidget *buildFoot();

    QList<QAction *> m_accept;
    QLabel *m_heading;
    QLabel *m_settled, *m_other, *m_said;
    QWidget *m_readings;
    QVBoxLayout *m_cards;
    EditedReading *m_editing;
    QWidget *m_foot;
    QVBoxLayout *m_buttons;
    QLineEdit *m_reason;
    QComboBox *m_category;
};

} // namespace galley

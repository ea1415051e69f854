// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/coder.h>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace galley {

class TickList;

/// First where units are is settled, then what they are is coded: of which layer, from whose marks, by whom.
class UnitsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `layers`: those that are coded on passages.
    UnitsDialog(const std::vector<Layer> &layers, const std::vector<Coder> &coders, bool hasConsensus, QWidget *parent);

    LayerId layer() const;
    CoderId from() const;
    std::vector<CoderId> to() const;
    bool withCodes() const;

private:
    QComboBox *addChoice(const QString &name, const QString &id);

    QComboBox *m_layer;
    QComboBox *m_from;
    TickList *m_to;
    QCheckBox *m_withCodes;
    QPushButton *m_accept;
};

} // namespace galley

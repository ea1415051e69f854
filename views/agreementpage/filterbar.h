// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agreementfilter.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;

namespace galley {

class ChoiceButton;

/// What is compared, and by which thresholds it is judged.
class AgreementFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementFilterBar(QWidget *parent = nullptr);

    void setChoices(const AgreementChoices &choices);
    void setFilter(const AgreementFilter &filter);
    void setMayDecide(bool may); ///< on the thresholds
    AgreementFilter filter() const;
    QHBoxLayout *line() { return m_line; } ///< more may stand at its end

signals:
    void filterChanged(); ///< by the user

private:
    QDoubleSpinBox *thresholdBox(const QString &name, const QString &id);
    void keepThresholdsInOrder();

    ChoiceButton *m_layers;
    ChoiceButton *m_coders;
    ChoiceButton *m_sets;
    QComboBox *m_spans;
    QDoubleSpinBox *m_reliable;
    QDoubleSpinBox *m_tentative;
    QHBoxLayout *m_line;
};

} // namespace galley

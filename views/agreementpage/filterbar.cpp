// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbar.h"

#include "choicebutton.h"

#include <widgets/metrics.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

AgreementFilterBar::AgreementFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_layers(new ChoiceButton(tr("Layers"), tr("All layers"), this))
    , m_coders(new ChoiceButton(tr("Coders"), tr("All coders"), this))
    , m_sets(new ChoiceButton(tr("Sets"), tr("All articles"), this))
    , m_spans(new QComboBox(this))
    , m_reliable(thresholdBox(tr("Reliable from"), u"reliableFrom"_s))
    , m_tentative(thresholdBox(tr("Tentative from"), u"tentativeFrom"_s))
    , m_line(new QHBoxLayout(this))
{
    m_layers->setObjectName(u"layerFilter"_s);
    m_coders->setObjectName(u"coderFilter"_s);
    m_sets->setObjectName(u"setFilter"_s);
    m_spans->setObjectName(u"spanCoefficient"_s);
    m_spans->setAccessibleName(tr("Coefficient of spans"));
    m_spans->setToolTip(tr("What stands for spans. What fits is u-α (Krippendorff et al. 2016), or where spans of one coder overlap, which it does not know, α of characters."));
    m_spans->addItem(tr("Spans: what fits"), int(SpanCoefficient::Fit));
    m_spans->addItem(tr("Spans: u-α"), int(SpanCoefficient::UAlpha));
    m_spans->addItem(tr("Spans: α of characters"), int(SpanCoefficient::Characters));
    m_spans->addItem(tr("Spans: α of words"), int(SpanCoefficient::Words));
    m_spans->view()->setAccessibleName(m_spans->accessibleName());
    m_line->setContentsMargins({});
    m_line->setSpacing(metrics::near);
    for (QWidget *widget : {static_cast<QWidget *>(m_layers), static_cast<QWidget *>(m_coders), static_cast<QWidget *>(m_sets), static_cast<QWidget *>(m_spans)})
        m_line->addWidget(widget);
    m_line->addSpacing(metrics::near);
    for (const auto &[text, box] : {std::pair(tr("&Reliable from"), m_reliable), std::pair(tr("&tentative from"), m_tentative)}) {
        auto *label = new QLabel(text, this);
        label->setBuddy(box);
        m_line->addWidget(label);
        m_line->addWidget(box);
    }
    m_line->addStretch(1);
    for (const ChoiceButton *button : {m_layers, m_coders, m_sets})
        connect(button, &ChoiceButton::chosenChanged, this, &AgreementFilterBar::filterChanged);
    connect(m_spans, &QComboBox::activated, this, &AgreementFilterBar::filterChanged);
    for (const QDoubleSpinBox *box : {m_reliable, m_tentative}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            keepThresholdsInOrder();
            emit filterChanged();
        });
    }
    setFilter({});
}

QDoubleSpinBox *AgreementFilterBar::thresholdBox(const QString &name, const QString &id)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(id);
    box->setAccessibleName(name);
    box->setLocale(QLocale::c()); // as the figures of the tables are
    box->setRange(0, 1);
    box->setDecimals(3);
    box->setSingleStep(0.05);
    box->setKeyboardTracking(false);
    return box;
}

/// What is reliable is tentative too.
void AgreementFilterBar::keepThresholdsInOrder()
{
    const QSignalBlocker quiet(m_tentative);
    m_tentative->setMaximum(m_reliable->value());
}

void AgreementFilterBar::setChoices(const AgreementChoices &choices)
{
    m_layers->setChoices(choices.layers);
    m_coders->setChoices(choices.coders);
    m_sets->setChoices(choices.sets);
}

void AgreementFilterBar::setMayDecide(bool may)
{
    for (QDoubleSpinBox *box : {m_reliable, m_tentative}) {
        box->setEnabled(may);
        box->setToolTip(may ? tr("Holds for all who work on the study") : tr("A lead decides this for all who work on the study."));
    }
}

void AgreementFilterBar::setFilter(const AgreementFilter &filter)
{
    const QSignalBlocker reliable(m_reliable), tentative(m_tentative);
    m_layers->setChosen(filter.layers);
    m_coders->setChosen(filter.coders);
    m_sets->setChosen(filter.sets);
    m_spans->setCurrentIndex(m_spans->findData(int(filter.spans)));
    m_reliable->setValue(filter.thresholds.reliable);
    m_tentative->setMaximum(filter.thresholds.reliable);
    m_tentative->setValue(filter.thresholds.tentative);
}

AgreementFilter AgreementFilterBar::filter() const
{
    return {m_layers->chosen(), m_coders->chosen(), m_sets->chosen(), SpanCoefficient(m_spans->currentData().toInt()), {m_reliable->value(), m_tentative->value()}};
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settlingpanel.h"

#include "editedreading.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

SettlingPanel::SettlingPanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(headingLabel({}, this))
    , m_settled(new QLabel(this))
    , m_other(new QLabel(this))
    , m_said(new QLabel(this))
    , m_readings(new QWidget(this))
    , m_cards(new QVBoxLayout(m_readings))
    , m_editing(new EditedReading(this))
    , m_reason(new QLineEdit(this))
    , m_category(new QComboBox(this))
{
    setAccessibleName(tr("Settling"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_settled->setObjectName(u"settledAs"_s);
    m_other->setObjectName(u"otherRuling"_s);
    m_said->setObjectName(u"groupComments"_s);
    for (QLabel *label : {m_settled, m_other, m_said}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_cards->setContentsMargins({});
    m_cards->setSpacing(metrics::near);
    m_editing->hide();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    column->setSpacing(metrics::near);
    for (QWidget *part : std::initializer_list<QWidget *>{m_heading, m_settled, m_other, m_readings, m_said, m_editing})
        column->addWidget(part);
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Readings"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(area, 1);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    all->addWidget(line);
    all->addWidget(m_foot = buildFoot());
    clear();
}

/// Stays in view: what is decided, and why.
QWidget *SettlingPanel::buildFoot()
{
    auto *foot = new QWidget(this);
    m_reason->setObjectName(u"rulingReason"_s);
    m_reason->setPlaceholderText(tr("Reason (R), kept with the ruling"));
    m_reason->setAccessibleName(tr("Reason of the ruling"));
    m_category->setObjectName(u"rulingCategory"_s);
    m_category->setEditable(true);
    m_category->lineEdit()->setPlaceholderText(tr("Kind of mistake"));
    m_category->setAccessibleName(tr("Category of the disagreement"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(8);
    auto *why = new QHBoxLayout;
    why->addWidget(m_reason, 3);
    why->addWidget(m_category, 2);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    column->setSpacing(metrics::near);
    column->addLayout(why);
    m_buttons = new QVBoxLayout;
    m_buttons->setSpacing(metrics::tight);
    column->addLayout(m_buttons);
    connect(m_reason, &QLineEdit::returnPressed, this, &SettlingPanel::reasonGiven);
    return foot;
}

void SettlingPanel::setActions(const QList<QAction *> &accept, const QList<QAction *> &others)
{
    m_accept = accept;
    constexpr int inRow = 2;
    QHBoxLayout *row = nullptr;
    for (qsizetype i = 0; i < others.size(); ++i) {
        if (i % inRow == 0)
            m_buttons->addLayout(row = new QHBoxLayout);
        QAction *action = others[i];
        const QString name = action->text().remove(u'&');
        auto *button = new QPushButton(u"%1  %2"_s.arg(name, action->shortcut().toString(QKeySequence::NativeText)), m_foot);
        button->setAccessibleName(name);
        button->setAutoDefault(false);
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        row->addWidget(button);
    }
}

void SettlingPanel::showGroup(const ShownGroup &group)
{
    setEditing(false);
    m_heading->setText(group.heading);
    m_settled->setText(group.settled);
    m_settled->setVisible(!group.settled.isEmpty());
    m_other->setText(group.other);
    m_other->setVisible(!group.other.isEmpty());
    setSaid(group.said);
    while (const QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->hide(); // it goes with the next event, and must not lie under the new ones until then
        item->widget()->deleteLater();
        delete item;
    }
    for (const ShownReading &reading : group.readings) {
        auto *card = new ReadingCard(reading, m_accept.value(reading.track), m_readings);
        m_cards->addWidget(card);
        card->show(); // at once: the others are gone already
    }
    m_foot->setEnabled(true);
}

void SettlingPanel::setSaid(const QString &said)
{
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
}

void SettlingPanel::clear()
{
    showGroup({});
    m_foot->setEnabled(false);
}

void SettlingPanel::setCategories(const QStringList &categories)
{
    const QString written = m_category->currentText();
    m_category->clear();
    m_category->addItems(categories);
    m_category->setCurrentText(written);
}

QString SettlingPanel::reason() const
{
    return m_reason->text().trimmed();
}

QString SettlingPanel::category() const
{
    return m_category->currentText().trimmed();
}

void SettlingPanel::clearReason()
{
    m_reason->clear();
    m_category->setCurrentText({});
}

void SettlingPanel::focusReason()
{
    m_reason->setFocus();
    m_reason->selectAll();
}

bool SettlingPanel::isEditing() const
{
    return !m_editing->isHidden();
}

void SettlingPanel::setEditing(bool editing)
{
    m_editing->setVisible(editing);
    m_readings->setVisible(!editing);
}

} // namespace galley

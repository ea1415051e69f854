// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codepalette.h"

#include "popup.h"

#include <domain/shortened.h>
#include <items/palette.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChoiceVariableRole = Qt::UserRole + 100; ///< of what is no code yet: where it would stand
constexpr qint64 askedFor = -1;

} // namespace

CodePalette::CodePalette(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_title(secondaryLabel({}, this))
    , m_field(filterField(tr("Type a few letters of a code"), this))
    , m_list(new QListWidget(this))
{
    setAccessibleName(tr("Choose a code"));
    setFrameShape(QFrame::StyledPanel);
    m_title->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(tr("Codes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the field, which passes on the arrows
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::near, metrics::near, metrics::near, metrics::near);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_title);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CodePalette::rank);
    connect(m_list, &QListWidget::itemClicked, this, &CodePalette::choose);
    connect(m_list, &QListWidget::itemEntered, m_list, qOverload<QListWidgetItem *>(&QListWidget::setCurrentItem));
}

void CodePalette::open(const Codebook &codebook, const QString &title, QPoint globalPosition)
{
    constexpr int width = 340;
    constexpr int height = 380;
    m_codebook = codebook;
    m_chosen = false;
    resize(width, height);
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideMiddle, width - 2 * metrics::margin));
    m_title->setAccessibleName(title);
    m_title->setVisible(!title.isEmpty());
    m_field->clear();
    rank();
    moveOnScreen(this, globalPosition);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CodePalette::setRecent(std::vector<CodeId> recent)
{
    m_recent = std::move(recent);
}

void CodePalette::setCurrentCode(CodeId code)
{
    m_currentCode = code;
    rank();
}

void CodePalette::rank()
{
    m_list->clear();
    const bool dark = isDark(palette());
    for (const CodeMatch &match : rankCodes(m_field->text(), m_codebook, m_recent)) {
        const Code *code = m_codebook.code(match.code);
        const Layer *layer = m_codebook.layer(m_codebook.variable(code->variable)->layer);
        QString detail = layer->name;
        if (code->parent)
            detail += u" · "_s + m_codebook.path(code->parent);
        if (match.byDefinition) // why it is here
            detail += u" · "_s + shortened(code->definition.isEmpty() ? code->include : code->definition, 80);
        auto *item = new QListWidgetItem(code->name, m_list);
        item->setData(ChoiceKeyRole, code->id.value);
        item->setData(ChoiceColorRole, codeColor(m_codebook, code->id, dark));
        item->setData(ChoiceShapeRole, int(shapeOf(m_codebook, code->id)));
        item->setData(ChoiceDetailRole, code->id == m_currentCode ? tr("%1 · now").arg(detail) : detail);
        item->setData(ChoiceCapRole, code->key);
        item->setData(ChoicePlacesRole, QVariant::fromValue(QList<int>(match.highlighted.begin(), match.highlighted.end())));
        item->setToolTip(code->definition);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(code->name, detail));
    }
    if (m_list->count() == 0)
        offerNew();
    m_list->setCurrentRow(0);
}

/// One entry for each layer whose codes are a tree that may grow.
void CodePalette::offerNew()
{
    const QString name = m_field->text().simplified();
    const auto add = [&](const QString &text, const QString &detail, qint64 variable) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(ChoiceVariableRole, variable);
        item->setData(ChoiceDetailRole, detail);
        item->setData(Qt::AccessibleTextRole, detail.isEmpty() ? text : tr("%1, %2").arg(text, detail));
    };
    if (!name.isEmpty() && m_newCodes == NewCodes::AskedFor)
        add(tr("Ask for “%1” as a new code…").arg(name), tr("No code fits, and only a lead adds one to a codebook that is not frozen"), askedFor);
    if (!name.isEmpty() && m_newCodes == NewCodes::Created) {
        for (const Layer &layer : m_codebook.layers()) {
            const Variable *variable = m_codebook.principalVariable(layer.id);
            if (variable && variable->type == VariableType::Code)
                add(tr("Create “%1”").arg(name), tr("a new code of %1").arg(layer.name), variable->id.value);
        }
    }
    if (m_list->count() > 0)
        return;
    auto *none = new QListWidgetItem(tr("No code fits “%1”").arg(m_field->text()), m_list);
    none->setFlags(Qt::NoItemFlags);
}

void CodePalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const CodeId code{item->data(ChoiceKeyRole).toLongLong()};
    const qint64 variable = item->data(ChoiceVariableRole).toLongLong();
    const QString name = m_field->text().simplified();
    m_chosen = true;
    hide();
    if (code)
        emit codeChosen(code);
    else if (variable == askedFor)
        emit newCodeProposed(name);
    else
        emit newCodeWanted({variable}, name);
}

bool CodePalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return forward(key, m_list);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void CodePalette::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_currentCode = {};
    if (!m_chosen)
        emit dismissed();
}

} // namespace galley

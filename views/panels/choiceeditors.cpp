// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "choiceeditors.h"

#include <items/folding.h>
#include <widgets/metrics.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Does not change its value when somebody scrolls past it.
class CalmComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

/// Where an entry is typed. Return takes what is offered first for it, Ctrl+Return what is typed to the letter.
class EntryLine : public QLineEdit
{
public:
    EntryLine(QWidget *parent, std::function<void()> entered)
        : QLineEdit(parent)
        , m_entered(std::move(entered))
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
            QLineEdit::keyPressEvent(event);
            return;
        }
        QCompleter &offers = *completer();
        if (!(event->modifiers() & Qt::ControlModifier) && !text().trimmed().isEmpty())
            takeOffer(offers);
        offers.popup()->hide();
        event->accept();
        m_entered();
    }

private:
    /// The one chosen in the list, else where none is called so, the first that begins so, else the first that has it.
    void takeOffer(QCompleter &offers)
    {
        const QModelIndex chosen = offers.popup()->isVisible() ? offers.popup()->currentIndex() : QModelIndex();
        if (chosen.isValid()) {
            setText(chosen.data(offers.completionRole()).toString());
            return;
        }
        const QString typed = folded(text());
        QString offer;
        offers.setCompletionPrefix(text().trimmed());
        for (int row = 0; offers.setCurrentRow(row); ++row) {
            const QString name = folded(offers.currentCompletion());
            if (name == typed)
                return;
            if (offer.isEmpty() || (name.startsWith(typed) && !folded(offer).startsWith(typed)))
                offer = offers.currentCompletion();
        }
        if (!offer.isEmpty())
            setText(offer);
    }

    std::function<void()> m_entered;
};

/// A combo to type a part of an entry into; `entered` is called when that is done by key.
QComboBox *searchableCombo(QWidget *parent, const QString &name, std::function<void()> entered)
{
    auto *combo = new CalmComboBox(parent);
    combo->setEditable(true);
    combo->setLineEdit(new EntryLine(combo, std::move(entered)));
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->setAccessibleName(name);
    combo->lineEdit()->setAccessibleName(name);
    combo->view()->setAccessibleName(name);
    return combo;
}

} // namespace

SegmentEditor::SegmentEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent)
    : ValueEditor(name, parent)
    , m_choices(choices)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::hair);
    for (size_t place = 0; place < m_choices.size(); ++place) {
        auto *button = new QToolButton(this);
        button->setText(m_choices[place].text);
        button->setToolTip(m_choices[place].description);
        button->setAccessibleName(tr("%1: %2").arg(name, m_choices[place].text));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QToolButton::clicked, this, [this, place] { press(place); });
    }
    setFocusProxy(m_buttons.front());
}

void SegmentEditor::press(size_t place)
{
    for (size_t other = 0; other < m_buttons.size(); ++other) {
        if (other != place)
            m_buttons[other]->setChecked(false);
    }
    emit edited();
}

/// Keys that the buttons have no use for come here.
void SegmentEditor::keyPressEvent(QKeyEvent *event)
{
    const int place = event->key() - Qt::Key_1;
    if (event->modifiers() & ~Qt::KeypadModifier || place < 0 || place >= int(m_buttons.size()) || !m_buttons[size_t(place)]->isEnabled()) {
        ValueEditor::keyPressEvent(event);
        return;
    }
    m_buttons[size_t(place)]->setChecked(true);
    press(size_t(place));
    emit entered();
}

void SegmentEditor::setValues(const std::vector<Value> &values)
{
    for (size_t place = 0; place < m_buttons.size(); ++place)
        m_buttons[place]->setChecked(!values.empty() && values.front() == m_choices[place].value);
}

std::vector<Value> SegmentEditor::values() const
{
    for (size_t place = 0; place < m_buttons.size(); ++place) {
        if (m_buttons[place]->isChecked())
            return {m_choices[place].value};
    }
    return {};
}

void SegmentEditor::setReadOnly(bool readOnly)
{
    for (QToolButton *button : m_buttons)
        button->setEnabled(!readOnly);
}

ComboEditor::ComboEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent)
    : ValueEditor(name, parent)
    , m_choices(choices)
    , m_combo(searchableCombo(this, name, [this] { enter(); }))
{
    m_combo->addItem(QString());
    m_combo->setItemData(0, tr("Nothing chosen"), Qt::AccessibleTextRole);
    for (const Choice &choice : m_choices) {
        m_combo->addItem(choice.text);
        const int row = m_combo->count() - 1;
        m_combo->setItemData(row, choice.description, Qt::ToolTipRole);
        m_combo->setItemData(row, QString(choice.depth * 3, u' ') + choice.text, Qt::DisplayRole);
        m_combo->setItemData(row, choice.text, Qt::EditRole);
    }
    m_combo->lineEdit()->setPlaceholderText(tr("Choose or type"));
    fill(m_combo);
    connect(m_combo, &QComboBox::activated, this, [this](int row) {
        if (std::exchange(m_chosen, row) != row)
            emit edited();
    });
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &ComboEditor::commit);
}

void ComboEditor::commit()
{
    const QString typed = folded(m_combo->currentText());
    int row = typed.isEmpty() ? 0 : -1;
    for (int candidate = 1; row < 0 && candidate < m_combo->count(); ++candidate) {
        if (folded(m_choices[size_t(candidate - 1)].text) == typed)
            row = candidate;
    }
    if (const int place = typed.toInt(); row < 0 && place >= 1 && place < m_combo->count())
        row = place; // by its number, as on scales
    if (row < 0)
        row = m_chosen; // nothing is called so: back to what was chosen
    const bool altered = std::exchange(m_chosen, row) != row;
    m_combo->setCurrentIndex(row);
    m_combo->setEditText(row == 0 ? QString() : m_choices[size_t(row - 1)].text);
    if (altered)
        emit edited();
}

void ComboEditor::setValues(const std::vector<Value> &values)
{
    if (values == this->values())
        return;
    const auto found = values.empty() ? m_choices.end() : std::ranges::find(m_choices, values.front(), &Choice::value);
    m_chosen = found == m_choices.end() ? 0 : int(found - m_choices.begin()) + 1;
    m_combo->setCurrentIndex(m_chosen);
    m_combo->setEditText(m_chosen == 0 ? QString() : found->text);
    m_combo->lineEdit()->setCursorPosition(0);
}

std::vector<Value> ComboEditor::values() const
{
    return m_chosen == 0 ? std::vector<Value>() : std::vector<Value>{m_choices[size_t(m_chosen - 1)].value};
}

void ComboEditor::setReadOnly(bool readOnly)
{
    m_combo->setEnabled(!readOnly);
}

CheckListEditor::CheckListEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent)
    : ValueEditor(name, parent)
    , m_choices(choices)
    , m_list(new QListWidget(this))
{
    constexpr int mostShown = 8;
    for (const Choice &choice : m_choices) {
        auto *item = new QListWidgetItem(QString(choice.depth * 3, u' ') + choice.text, m_list);
        item->setToolTip(choice.description);
        item->setData(Qt::AccessibleTextRole, choice.text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setTabKeyNavigation(false);
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height() + metrics::tight;
    m_list->setFixedHeight(row * std::clamp(m_list->count(), 1, mostShown) + 2 * m_list->frameWidth() + metrics::hair);
    fill(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &CheckListEditor::edited);
}

void CheckListEditor::setValues(const std::vector<Value> &values)
{
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        const bool on = std::ranges::contains(values, m_choices[size_t(row)].value);
        m_list->item(row)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    m_list->viewport()->update();
}

std::vector<Value> CheckListEditor::values() const
{
    std::vector<Value> values;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            values.push_back(m_choices[size_t(row)].value);
    }
    return values;
}

void CheckListEditor::setReadOnly(bool readOnly)
{
    m_list->setEnabled(!readOnly);
}

ActorEditor::ActorEditor(const QString &name, QWidget *parent)
    : ValueEditor(name, parent)
    , m_combo(searchableCombo(this, name, [this] { enter(); }))
{
    m_combo->lineEdit()->setPlaceholderText(tr("Name of a person or organisation"));
    fill(m_combo);
    connect(m_combo, &QComboBox::activated, this, &ActorEditor::commit);
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &ActorEditor::commit);
}

void ActorEditor::setActors(const std::vector<Actor> &actors)
{
    if (actors == m_actors)
        return;
    m_actors = actors;
    std::ranges::sort(m_actors, [](const Actor &a, const Actor &b) { return a.name.localeAwareCompare(b.name) < 0; });
    const QString typed = m_combo->currentText();
    const QSignalBlocker quiet(m_combo);
    m_combo->clear();
    for (const Actor &actor : m_actors)
        m_combo->addItem(actor.name);
    for (const Actor &actor : m_actors) { // found by their other names too
        for (const QString &alias : actor.aliases)
            m_combo->addItem(tr("%1 — %2").arg(alias, actor.name));
    }
    m_combo->setEditText(typed);
}

void ActorEditor::commit()
{
    const QString name = m_combo->currentText().simplified();
    if (name.isEmpty()) {
        if (std::exchange(m_actor, {}))
            emit edited();
        return;
    }
    const auto found = std::ranges::find_if(m_actors, [typed = folded(name)](const Actor &actor) {
        return folded(actor.name) == typed || std::ranges::any_of(actor.aliases, [&](const QString &alias) {
            return folded(alias) == typed || folded(tr("%1 — %2").arg(alias, actor.name)) == typed;
        });
    });
    if (found == m_actors.end()) {
        emit actorNamed(name);
    } else if (std::exchange(m_actor, found->id) != found->id) {
        showValue();
        emit edited();
    } else {
        showValue(); // by their name, whichever was typed
    }
}

void ActorEditor::setValues(const std::vector<Value> &values)
{
    const auto *actor = values.empty() ? nullptr : std::get_if<ActorId>(&values.front());
    const ActorId now = actor ? *actor : ActorId{};
    if (now == m_actor && (now || m_combo->hasFocus()))
        return;
    m_actor = now;
    showValue();
}

void ActorEditor::showValue()
{
    const auto found = std::ranges::find(m_actors, m_actor, &Actor::id);
    m_combo->setEditText(found == m_actors.end() ? QString() : found->name);
}

std::vector<Value> ActorEditor::values() const
{
    return m_actor ? std::vector<Value>{m_actor} : std::vector<Value>();
}

void ActorEditor::setReadOnly(bool readOnly)
{
    m_combo->setEnabled(!readOnly);
}

} // namespace galley

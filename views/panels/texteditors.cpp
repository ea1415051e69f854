// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texteditors.h"

#include <items/folding.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QDate>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

bool isDate(const QString &text)
{
    static const QRegularExpression partial(u"^\\d{4}(-(0[1-9]|1[0-2]))?$"_s);
    if (partial.match(text).hasMatch())
        return true;
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

std::optional<double> numberIn(const QString &text)
{
    bool ok = false;
    double number = QLocale().toDouble(text, &ok);
    if (!ok)
        number = QLocale::c().toDouble(text, &ok);
    return ok ? std::optional(number) : std::nullopt;
}

QString hintFor(const Variable &variable)
{
    switch (variable.type) {
    case VariableType::Number:
        if (variable.minimum && variable.maximum)
            return ValueEditor::tr("%1 to %2").arg(*variable.minimum).arg(*variable.maximum);
        return ValueEditor::tr("Number");
    case VariableType::Date:
        return ValueEditor::tr("2023, 2023-05 or 2023-05-04");
    default:
        return {};
    }
}

QString problemFor(const Variable &variable)
{
    if (variable.type == VariableType::Date)
        return ValueEditor::tr("Not a date. Write 2023, 2023-05 or 2023-05-04.");
    if (variable.minimum && variable.maximum)
        return ValueEditor::tr("A number from %1 to %2 is needed.").arg(*variable.minimum).arg(*variable.maximum);
    if (variable.minimum)
        return ValueEditor::tr("A number of at least %1 is needed.").arg(*variable.minimum);
    if (variable.maximum)
        return ValueEditor::tr("A number of at most %1 is needed.").arg(*variable.maximum);
    return ValueEditor::tr("A number is needed.");
}

QLabel *problemLabel(const Variable &variable, QWidget *parent)
{
    auto *label = new QLabel(problemFor(variable), parent);
    label->setFont(scaledFont(label->font(), metrics::small));
    label->setWordWrap(true);
    label->setAccessibleName(label->text());
    label->hide();
    return label;
}

void dressProblem(QLabel *label, bool problem)
{
    QPalette colors;
    colors.setColor(QPalette::WindowText, toneColor(Tone::Bad, colors));
    label->setPalette(colors);
    label->setVisible(problem);
}

} // namespace

std::optional<Value> valueFromText(const Variable &variable, const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    if (variable.type == VariableType::Date)
        return isDate(typed) ? std::optional<Value>(typed) : std::nullopt;
    if (variable.type != VariableType::Number)
        return typed;
    const std::optional<double> number = numberIn(typed);
    if (!number || (variable.minimum && *number < *variable.minimum) || (variable.maximum && *number > *variable.maximum))
        return std::nullopt;
    return *number;
}

QString textOf(const Variable &, const Value &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return QLocale().toString(*number, 'g', QLocale::FloatingPointShortest);
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

LineEditor::LineEditor(const Variable &variable, QWidget *parent)
    : ValueEditor(variable.name, parent)
    , m_variable(variable)
    , m_line(new QLineEdit(this))
    , m_problem(problemLabel(variable, this))
{
    m_line->setPlaceholderText(hintFor(variable));
    fill(m_line);
    layout()->addWidget(m_problem);
    layout()->setSpacing(metrics::hair);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
    connect(m_line, &QLineEdit::textEdited, this, [this] { showProblem(false); });
}

void LineEditor::commit()
{
    const std::optional<Value> value = valueFromText(m_variable, m_line->text());
    const bool problem = !value && !m_line->text().trimmed().isEmpty();
    showProblem(problem);
    if (problem)
        return;
    const std::vector<Value> values = value ? std::vector<Value>{*value} : std::vector<Value>();
    if (values == m_values)
        return;
    m_values = values;
    emit edited();
}

bool LineEditor::isTaken() const
{
    return m_problem->isHidden();
}

void LineEditor::showProblem(bool problem)
{
    dressProblem(m_problem, problem);
}

void LineEditor::setValues(const std::vector<Value> &values)
{
    if (values == m_values && (m_line->hasFocus() || !values.empty()))
        return; // what is being typed is not disturbed
    m_values = values;
    m_line->setText(values.empty() ? QString() : textOf(m_variable, values.front()));
    showProblem(false);
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

LinesEditor::LinesEditor(const Variable &variable, QWidget *parent)
    : ValueEditor(variable.name, parent)
    , m_variable(variable)
    , m_edit(new QPlainTextEdit(this))
    , m_problem(problemLabel(variable, this))
{
    constexpr int lines = 3;
    m_edit->setPlaceholderText(tr("One per line"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + metrics::margin);
    m_edit->installEventFilter(this);
    fill(m_edit);
    layout()->addWidget(m_problem);
    layout()->setSpacing(metrics::hair);
}

bool LinesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::ControlModifier) {
            enter();
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

void LinesEditor::commit()
{
    std::vector<Value> values;
    for (const QString &line : m_edit->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<Value> value = valueFromText(m_variable, line);
        if (!value)
            return dressProblem(m_problem, true);
        if (m_variable.type != VariableType::Actor) {
            values.push_back(*value);
            continue;
        }
        const QString name = folded(line);
        const auto found = std::ranges::find_if(m_actors, [&](const Actor &actor) {
            return folded(actor.name) == name || std::ranges::contains(actor.aliases, name, [](const QString &alias) { return folded(alias); });
        });
        if (found == m_actors.end())
            emit actorNamed(line.simplified());
        else
            values.push_back(found->id);
    }
    dressProblem(m_problem, false);
    if (values == m_values)
        return;
    m_values = values;
    emit edited();
}

bool LinesEditor::isTaken() const
{
    return m_problem->isHidden();
}

void LinesEditor::setActors(const std::vector<Actor> &actors)
{
    m_actors = actors;
}

void LinesEditor::setValues(const std::vector<Value> &values)
{
    if (values == m_values && (m_edit->hasFocus() || !values.empty()))
        return;
    m_values = values;
    showValues();
}

void LinesEditor::showValues()
{
    QStringList lines;
    for (const Value &value : m_values) {
        const auto *actor = std::get_if<ActorId>(&value);
        const auto found = actor ? std::ranges::find(m_actors, *actor, &Actor::id) : m_actors.end();
        lines << (found == m_actors.end() ? textOf(m_variable, value) : found->name);
    }
    m_edit->setPlainText(lines.join(u'\n'));
    dressProblem(m_problem, false);
}

void LinesEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

} // namespace galley

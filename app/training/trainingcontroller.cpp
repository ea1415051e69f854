// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingcontroller.h"

#include "../areas.h"
#include "../frame/desk.h"

#include <compare/comparisondelegate.h>
#include <domain/labels.h>
#include <domain/shortened.h>
#include <team/feedbackdialog.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// "Economic · target: Council + Morality"
QString wordsOf(std::span<const Annotation> annotations, const Codebook &codebook, const Labels &labels)
{
    QStringList all;
    for (const Annotation &annotation : annotations) {
        const Layer *layer = codebook.layer(annotation.layer);
        QStringList words{annotation.code ? codebook.path(annotation.code) : layer ? layer->name : QString()};
        for (const VariableValue &value : annotation.values) {
            const Variable *variable = codebook.variable(value.variable);
            words += u"%1: %2"_s.arg(variable ? variable->name : QString(), QString::fromStdString(labels.text(value.value)));
        }
        all += words.join(u" · "_s);
    }
    return all.isEmpty() ? TrainingController::tr("nothing") : all.join(u" + "_s);
}

FeedbackRow rowOf(const ComparedGroup &group, CoderId coder, CoderId gold, const Codebook &codebook, const Labels &labels)
{
    const auto golden = annotationsOf(group, gold);
    const Code *code = golden.empty() ? nullptr : codebook.code(golden.front().code);
    const QString quote = group.annotations.front().quote;
    return {signOf(group.kind), textOf(group.kind), quote.isEmpty() ? TrainingController::tr("the article") : quoted(shortened(quote, 120)),
            wordsOf(annotationsOf(group, coder), codebook, labels), wordsOf(golden, codebook, labels),
            code ? (code->name + u": "_s + code->definition).trimmed() : golden.empty() ? TrainingController::tr("The gold answers have nothing here.") : QString(),
            group.kind == Difference::Agreement};
}

} // namespace

TrainingController::TrainingController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
    connect(&m_workspace, &Workspace::changed, this, &TrainingController::follow);
}

void TrainingController::follow(const Change &change)
{
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Progress>>(&any);
        if (edit && edit->after && edit->after->state == ProgressState::Done && m_workspace.coder() && edit->after->coder == m_workspace.coder()->id)
            tell(edit->after->article);
    }
}

void TrainingController::tell(ArticleId article)
{
    const auto feedback = feedbackOn(m_workspace.project()->store(), article, m_workspace.coder()->id);
    if (!feedback) {
        m_desk.fail(feedback.error());
        return;
    }
    if (!*feedback)
        return;
    const int all = int((*feedback)->groups.size()), same = (*feedback)->same();
    const QString heading = all == same ? tr("Training: all is as the gold answers have it.")
                                        : tr("Training: %L1 of %L2 passages are as the gold answers have them.").arg(same).arg(all);
    Message message{Message::Info, heading, {}, {}, 0, u"training"_s};
    if (all > 0)
        message.action = {tr("Show Them"), [this, feedback = **feedback, heading] { show(feedback, heading); }};
    m_desk.say(message);
}

/// What differs comes first.
void TrainingController::show(const TrainingFeedback &feedback, const QString &heading)
{
    if (!m_workspace.project() || !m_workspace.coder())
        return;
    const auto actors = m_workspace.project()->store().actors();
    if (!actors) {
        m_desk.fail(actors.error());
        return;
    }
    const Codebook &codebook = m_workspace.codebook();
    const Labels labels(codebook, m_workspace.coders(), *actors);
    std::vector<FeedbackRow> rows;
    for (const ComparedGroup &group : feedback.groups)
        rows.push_back(rowOf(group, m_workspace.coder()->id, feedback.gold, codebook, labels));
    std::ranges::stable_sort(rows, {}, &FeedbackRow::isSame);
    auto *dialog = new FeedbackDialog(heading, rows, &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (auto signal : {&Workspace::projectClosing, &Workspace::coderChanged, &Workspace::sightChanged})
        connect(&m_workspace, signal, dialog, &QDialog::reject);
    dialog->show();
}

Contribution trainingArea(Desk &desk)
{
    new TrainingController(desk);
    return {};
}

} // namespace galley

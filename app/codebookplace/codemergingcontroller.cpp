// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codemergingcontroller.h"

#include "../frame/desk.h"

#include <codebookpage/mergedialog.h>
#include <domain/shortened.h>
#include <project/codemerging.h>
#include <project/projectfile.h>
#include <project/workspace.h>

#include <QPointer>
#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// What is blind to who looks is counted, since it is merged too, and shown neither by whom it is nor what it says.
MergePreview previewOf(const TouchedByMerge &touched, const std::vector<Coder> &coders, const Sight &sight)
{
    QStringList counts;
    qint64 unseen = 0;
    for (const auto &[coder, count] : touched.byCoder) {
        const auto known = std::ranges::find(coders, coder, &Coder::id);
        if (!sight.seesAll() && !sight.isLooker(coder))
            unseen += count;
        else
            counts += u"%1 %2"_s.arg(known == coders.end() ? CodeMergingController::tr("consensus") : known->name).arg(count);
    }
    if (unseen > 0)
        counts += CodeMergingController::tr("others %1").arg(unseen);
    MergePreview preview{touched.annotations == 0 ? CodeMergingController::tr("No annotation has it.")
                                                  : CodeMergingController::tr("%n annotations have it: %1", nullptr, int(touched.annotations)).arg(counts.join(u" · "_s))};
    for (const Annotation &annotation : touched.some) {
        if (sight.sees(annotation))
            preview.some += annotation.quote.isEmpty() ? CodeMergingController::tr("(a whole article)") : shortened(annotation.quote, 200);
    }
    return preview;
}

} // namespace

CodeMergingController::CodeMergingController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
}

void CodeMergingController::ask(CodeId from)
{
    if (!m_workspace.requireCoder() || !m_workspace.codebook().code(from))
        return;
    auto *dialog = new MergeDialog(m_workspace.codebook(), from, &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::previewWanted, this, [this, dialog, from](CodeId into) { preview(dialog, from, into); });
    connect(dialog, &MergeDialog::mergeWanted, this, [this, from](CodeId into) { merge(from, into); });
    connect(&m_workspace, &Workspace::projectClosing, dialog, &QDialog::reject);
    dialog->open();
}

void CodeMergingController::preview(MergeDialog *dialog, CodeId from, CodeId into)
{
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), coders = m_workspace.everybody(), sight = m_workspace.sight(), from, into] {
        const auto store = file.open();
        const auto touched = store.and_then([&](const ProjectStore &known) { return touchedByMerge(known, from, into); });
        return touched ? previewOf(*touched, coders, sight) : MergePreview{{}, {}, touched.error().message};
    }).then(this, [open = QPointer(dialog), into](const MergePreview &preview) {
        if (open)
            open->setPreview(into, preview);
    });
}

void CodeMergingController::merge(CodeId from, CodeId into)
{
    emit m_workspace.aboutToMoveOn();
    m_desk.say(passing(tr("Merging…")));
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), at = m_workspace.stamp().at, from, into] {
        const auto store = file.open();
        return store.and_then([&](const ProjectStore &known) { return mergeCodes(known, from, into, at); });
    }).then(this, [this, path = m_workspace.project()->store().path()](const Result<Change> &change) {
        if (m_workspace.project() && m_workspace.project()->store().path() == path)
            m_workspace.commit(change);
    });
}

} // namespace galley

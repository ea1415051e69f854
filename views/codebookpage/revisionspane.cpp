// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "revisionspane.h"

#include <widgets/metrics.h>

#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

RevisionsPane::RevisionsPane(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_differences(new QTextBrowser(this))
{
    setAccessibleName(tr("Revisions"));
    m_list->setObjectName(u"codebookRevisions"_s);
    m_list->setAccessibleName(tr("Revisions"));
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    m_differences->setObjectName(u"codebookDifferences"_s);
    m_differences->setAccessibleName(tr("What changed"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_differences);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::near, metrics::near, metrics::near, metrics::near);
    layout->addWidget(split);
    connect(m_list, &QListWidget::currentRowChanged, this, &RevisionsPane::showChosen);
}

void RevisionsPane::setRevisions(std::vector<ShownRevision> revisions)
{
    const int row = std::max(0, m_list->currentRow());
    m_revisions = std::move(revisions);
    m_list->clear();
    for (const ShownRevision &revision : m_revisions)
        m_list->addItem(revision.text.isEmpty() ? revision.title : revision.title + u'\n' + revision.text);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showChosen();
}

void RevisionsPane::showChosen()
{
    const int row = m_list->currentRow();
    m_differences->setHtml(row >= 0 && size_t(row) < m_revisions.size() ? m_revisions[size_t(row)].differences : QString());
}

} // namespace galley

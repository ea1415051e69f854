// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedbackdialog.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

FeedbackDialog::FeedbackDialog(const QString &heading, const std::vector<FeedbackRow> &rows, QWidget *parent)
    : QDialog(parent)
    , m_rows(rows)
    , m_list(new QTreeWidget(this))
    , m_why(new QLabel(this))
{
    setObjectName(u"feedbackDialog"_s);
    setWindowTitle(tr("Training"));
    setAccessibleName(windowTitle());
    setModal(false);
    QLabel *title = headingLabel(heading, this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    m_list->setObjectName(u"feedbackRows"_s);
    m_list->setAccessibleName(tr("Passages"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({QString(), tr("Passage"), tr("You"), tr("Gold answer")});
    m_list->headerItem()->setText(0, tr("Difference"));
    for (const FeedbackRow &row : m_rows) {
        auto *item = new QTreeWidgetItem(m_list, {row.sign + u"  "_s + row.kind, row.passage, row.yours, row.gold});
        for (int column = 0; column < item->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
    }
    m_list->header()->setStretchLastSection(true);
    m_list->resizeColumnToContents(0);
    for (const int column : {1, 2})
        m_list->setColumnWidth(column, 190);
    m_why->setObjectName(u"feedbackWhy"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    column->setSpacing(metrics::margin);
    column->addWidget(title);
    column->addWidget(m_list, 1);
    column->addWidget(m_why);
    column->addWidget(box);
    resize(760, 400);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        const int row = m_list->indexOfTopLevelItem(item);
        m_why->setText(row < 0 ? QString() : m_rows[size_t(row)].why);
        m_why->setAccessibleName(m_why->text().isEmpty() ? tr("Why") : m_why->text());
    });
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importpreview.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QTableWidget *buildTable(QWidget *parent)
{
    auto *table = new QTableWidget(parent);
    table->setColumnCount(5);
    table->setHorizontalHeaderLabels({ImportPreview::tr("Headline"), ImportPreview::tr("Outlet"), ImportPreview::tr("Date"),
                                      ImportPreview::tr("Language"), ImportPreview::tr("File")});
    table->setAccessibleName(ImportPreview::tr("Articles that come in"));
    table->horizontalHeader()->setAccessibleName(ImportPreview::tr("Columns"));
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setTabKeyNavigation(false);
    return table;
}

} // namespace

ImportPreview::ImportPreview(const QList<std::pair<QString, QString>> &fields, const QStringList &encodings, QWidget *parent)
    : QDialog(parent)
    , m_fieldNames(fields)
    , m_summary(headingLabel({}, this))
    , m_encoding(new QComboBox(this))
    , m_columnsPart(new QWidget(this))
    , m_articles(buildTable(this))
    , m_text(new QPlainTextEdit(this))
    , m_leftOutPart(new QWidget(this))
    , m_leftOut(new QTreeWidget(m_leftOutPart))
    , m_takeIn(new QPushButton(tr("&Take In"), m_leftOutPart))
    , m_remarks(new QTreeWidget(this))
{
    setWindowTitle(tr("Import"));
    setAccessibleName(windowTitle());
    m_summary->setWordWrap(true);
    m_encoding->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_encoding->setMaximumWidth(280); // a folder may have many
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->addItem(tr("as found"), QString());
    for (const QString &encoding : encodings)
        m_encoding->addItem(encoding, encoding);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("The chosen article"));
    m_remarks->setHeaderLabels({tr("Where"), tr("Remark")});
    m_remarks->setAccessibleName(tr("Remarks"));
    m_remarks->header()->setAccessibleName(tr("Columns"));
    m_remarks->setRootIsDecorated(false);
    auto *area = new QScrollArea(this);
    area->setWidget(m_columnsPart);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("What the columns mean"));
    area->setMinimumWidth(340); // a name and a choice beside it
    m_columns = new QFormLayout;
    m_columns->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *columnsRows = new QVBoxLayout(m_columnsPart);
    columnsRows->setContentsMargins(metrics::near, 0, metrics::near, 0);
    columnsRows->addWidget(headingLabel(tr("What the columns mean"), m_columnsPart));
    columnsRows->addLayout(m_columns);
    columnsRows->addStretch();

    m_leftOut->setHeaderLabels({tr("Left out"), tr("Begins")});
    m_leftOut->setAccessibleName(tr("Left out of the chosen article"));
    m_leftOut->header()->setAccessibleName(tr("Columns"));
    m_leftOut->setRootIsDecorated(false);
    m_leftOut->setUniformRowHeights(true);
    m_takeIn->setAccessibleName(tr("Take In"));
    m_takeIn->setToolTip(tr("Puts the chosen passage into the article’s text, where it stands in the source"));
    m_takeIn->setAutoDefault(false);
    auto *leftOutRows = new QHBoxLayout(m_leftOutPart);
    leftOutRows->setContentsMargins(0, 0, 0, 0);
    leftOutRows->addWidget(m_leftOut, 1);
    leftOutRows->addWidget(m_takeIn, 0, Qt::AlignTop);

    auto *encoding = new QHBoxLayout;
    encoding->addWidget(m_summary, 1);
    encoding->addWidget(secondaryLabel(tr("Encoding"), this));
    encoding->addWidget(m_encoding);
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setAccessibleName(tr("The chosen article"));
    below->addWidget(m_text);
    below->addWidget(area);
    below->setCollapsible(1, false);
    below->setSizes({480, 380});
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setAccessibleName(tr("Import"));
    parts->addWidget(m_articles);
    parts->addWidget(below);
    parts->addWidget(m_leftOutPart);
    parts->addWidget(m_remarks);
    parts->setSizes({230, 210, 90, 80});
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = box->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    for (QAbstractButton *button : box->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addLayout(encoding);
    rows->addWidget(parts, 1);
    rows->addWidget(box);
    resize(900, 640);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_articles, &QTableWidget::currentCellChanged, this, [this](int row) { showRow(row); });
    connect(m_leftOut, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) { m_takeIn->setEnabled(item); });
    connect(m_leftOut, &QTreeWidget::itemActivated, this, &ImportPreview::takeIn);
    connect(m_takeIn, &QPushButton::clicked, this, &ImportPreview::takeIn);
    connect(m_encoding, &QComboBox::activated, this, [this] { emit encodingStated(m_encoding->currentData().toString()); });
}

void ImportPreview::setBusy()
{
    m_summary->setText(tr("Reading…"));
    m_import->setEnabled(false);
    m_takeIn->setEnabled(false);
}

void ImportPreview::setPreview(const ShownPreview &preview)
{
    const int shownBefore = m_articles->currentRow(); // what was stated is of this one
    m_preview = preview;
    m_summary->setText(preview.summary);
    m_summary->setAccessibleName(preview.summary);
    m_encoding->setItemText(0, preview.encodings.isEmpty() ? tr("as found") : tr("as found: %1").arg(preview.encodings.join(u", "_s)));
    m_import->setEnabled(preview.any);
    m_articles->setRowCount(int(preview.rows.size()));
    for (int row = 0; row < int(preview.rows.size()); ++row) {
        const ShownPreview::Row &shown = preview.rows[size_t(row)];
        const QString title = shown.revision ? tr("%1 (corrected text)").arg(shown.title) : shown.title;
        int column = 0;
        for (const QString &text : {title, shown.outlet, shown.published, shown.language, shown.file}) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(text);
            m_articles->setItem(row, column++, item);
        }
    }
    m_remarks->clear();
    for (const ShownPreview::Remark &remark : preview.remarks)
        new QTreeWidgetItem(m_remarks, {remark.where, remark.what});
    m_remarks->resizeColumnToContents(0);
    m_remarks->setVisible(!preview.remarks.empty());
    showColumns();
    const int current = std::clamp(shownBefore, std::min(0, int(preview.rows.size()) - 1), int(preview.rows.size()) - 1);
    m_articles->setCurrentCell(current, 0);
    showRow(current);
}

/// What reads like prose first.
void ImportPreview::showLeftOut(const ShownPreview::Row *row)
{
    m_leftOut->clear();
    for (const bool prose : {true, false}) {
        for (size_t at = 0; row && at < row->leftOut.size(); ++at) {
            const ShownPreview::Row::LeftOut &one = row->leftOut[at];
            if (one.prose != prose)
                continue;
            auto *item = new QTreeWidgetItem(m_leftOut, {one.why, one.begins});
            item->setData(0, Qt::UserRole, one.key);
            item->setToolTip(0, one.why);
            item->setToolTip(1, one.begins);
        }
    }
    m_leftOut->setCurrentItem(m_leftOut->topLevelItem(0)); // so that one click takes it in
    m_leftOut->resizeColumnToContents(0);
    m_leftOutPart->setVisible(row && !row->leftOut.empty());
    m_takeIn->setEnabled(m_leftOut->currentItem());
}

void ImportPreview::takeIn()
{
    if (const QTreeWidgetItem *item = m_leftOut->currentItem())
        emit takenIn(item->data(0, Qt::UserRole).toByteArray());
}

void ImportPreview::showRow(int row)
{
    if (row < 0 || row >= int(m_preview.rows.size())) {
        m_text->clear();
        showLeftOut(nullptr);
        return;
    }
    const ShownPreview::Row &shown = m_preview.rows[size_t(row)];
    showLeftOut(&shown);
    QStringList lines;
    for (const auto &[name, value] : shown.fields)
        lines += name + u": "_s + value;
    if (!shown.parts.isEmpty())
        lines += tr("Parts: %1").arg(shown.parts);
    m_text->setPlainText(lines.join(u'\n') + u"\n\n"_s + shown.beginning);
}

void ImportPreview::showColumns()
{
    while (m_columns->rowCount() > 0)
        m_columns->removeRow(0);
    QWidget *area = m_columnsPart->parentWidget()->parentWidget();
    area->setVisible(!m_preview.columns.isEmpty());
    for (const QString &column : m_preview.columns) {
        auto *meaning = new QComboBox(m_columnsPart);
        meaning->setAccessibleName(tr("What “%1” means").arg(column));
        meaning->addItem(tr("further information"), QString());
        for (const auto &[own, title] : m_fieldNames)
            meaning->addItem(title, own);
        meaning->setCurrentIndex(std::max(0, meaning->findData(m_preview.meanings.value(column))));
        m_columns->addRow(column, meaning);
        connect(meaning, &QComboBox::activated, this, [this, column, meaning] { emit columnStated(column, meaning->currentData().toString()); });
    }
}

} // namespace galley

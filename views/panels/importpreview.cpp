// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importpreview.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QComboBox>
#include <QFileInfo>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Space ticks or unticks all that are chosen.
class PreviewTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QModelIndexList chosen = selectionModel()->selectedRows();
        if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier || chosen.isEmpty())
            return QTableView::keyPressEvent(event);
        std::vector<int> rows;
        for (const QModelIndex &index : chosen)
            rows.push_back(index.row());
        const bool wanted = currentIndex().siblingAtColumn(0).data(Qt::CheckStateRole).toInt() != Qt::Checked;
        static_cast<PreviewArticles *>(model())->want(rows, wanted);
    }
};

QTableView *buildTable(PreviewArticles *articles, QWidget *parent)
{
    auto *table = new PreviewTable(parent);
    table->setModel(articles);
    readByRows(*table);
    table->setAccessibleName(ImportPreview::tr("Articles that come in"));
    table->horizontalHeader()->setAccessibleName(ImportPreview::tr("Columns"));
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // or each of a hundred thousand rows is measured
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table->setAlternatingRowColors(true);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->resizeSection(4, 200); // a name and a line, and that it is a corrected text
    return table;
}

} // namespace

ImportPreview::ImportPreview(const QList<std::pair<QString, QString>> &fields, const QStringList &encodings, QWidget *parent)
    : QDialog(parent)
    , m_fieldNames(fields)
    , m_summary(headingLabel({}, this))
    , m_encoding(new QComboBox(this))
    , m_file(new QComboBox(this))
    , m_delimiterLabel(secondaryLabel(tr("Columns are parted by"), this))
    , m_delimiter(new QComboBox(this))
    , m_datesLabel(secondaryLabel({}, this))
    , m_dates(new QComboBox(this))
    , m_doubtPart(new QWidget(this))
    , m_doubtLabel(secondaryLabel({}, m_doubtPart))
    , m_doubt(new QComboBox(m_doubtPart))
    , m_columnsPart(new QWidget(this))
    , m_articles(new PreviewArticles(this))
    , m_list(buildTable(m_articles, this))
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
    m_encoding->setObjectName(u"encoding"_s);
    m_encoding->addItem(tr("as found"), QString());
    for (const QString &encoding : encodings) {
        if (encoding.isEmpty())
            m_encoding->insertSeparator(m_encoding->count());
        else
            m_encoding->addItem(encoding, encoding);
    }
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

    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setAccessibleName(tr("The chosen article"));
    below->addWidget(m_text);
    below->addWidget(area);
    below->setCollapsible(1, false);
    below->setSizes({480, 380});
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setAccessibleName(tr("Import"));
    parts->addWidget(m_list);
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
    rows->addWidget(m_summary);
    rows->addLayout(buildStatements());
    rows->addWidget(parts, 1);
    rows->addWidget(buildDoubt());
    rows->addWidget(box);
    resize(900, 640);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) { showRow(index.row()); });
    connect(m_leftOut, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) { m_takeIn->setEnabled(item); });
    connect(m_leftOut, &QTreeWidget::itemActivated, this, &ImportPreview::takeIn);
    connect(m_takeIn, &QPushButton::clicked, this, &ImportPreview::takeIn);
    connect(m_articles, &PreviewArticles::decided, this, &ImportPreview::showSummary);
}

/// A cell that is being edited is committed when it goes.
ImportPreview::~ImportPreview()
{
    m_articles->disconnect(this);
    m_list->selectionModel()->disconnect(this);
}

/// How the files are written, as far as it can be stated.
QLayout *ImportPreview::buildStatements()
{
    m_file->setObjectName(u"encodingOf"_s);
    m_file->setAccessibleName(tr("The file whose encoding is stated"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_file->setMaximumWidth(220);
    m_delimiter->setObjectName(u"delimiter"_s);
    m_delimiter->setAccessibleName(m_delimiterLabel->text());
    m_delimiter->addItem(tr("as found"), 0);
    for (const auto &[sign, name] : {std::pair(',', tr("comma")), std::pair(';', tr("semicolon")), std::pair('\t', tr("tab")), std::pair('|', u"|"_s),
             std::pair(':', tr("colon")), std::pair('^', u"^"_s), std::pair('~', u"~"_s)})
        m_delimiter->addItem(name, int(sign));
    m_dates->setObjectName(u"dates"_s);
    m_dates->addItem(tr("stay as written"), 0);
    m_dates->addItem(tr("day first"), 1);
    m_dates->addItem(tr("month first"), 2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_datesLabel);
    row->addWidget(m_dates);
    row->addStretch();
    row->addWidget(m_delimiterLabel);
    row->addWidget(m_delimiter);
    row->addWidget(secondaryLabel(tr("Encoding"), this));
    row->addWidget(m_file);
    row->addWidget(m_encoding);
    connect(m_encoding, &QComboBox::activated, this, [this] { emit encodingStated(m_file->currentData().toString(), m_encoding->currentData().toString()); });
    connect(m_delimiter, &QComboBox::activated, this, [this] { emit delimiterStated(char(m_delimiter->currentData().toInt())); });
    connect(m_dates, &QComboBox::activated, this, [this] { emit datesStated(m_dates->currentData().toInt()); });
    connect(m_file, &QComboBox::activated, this, &ImportPreview::showFiles);
    return row;
}

/// Asked, never assumed: two texts of one id may be two articles.
QWidget *ImportPreview::buildDoubt()
{
    m_doubt->setObjectName(u"doubt"_s);
    m_doubt->setAccessibleName(tr("What an article with the id of another is"));
    m_doubt->addItem(tr("an article of its own"), false);
    m_doubt->addItem(tr("its corrected text"), true);
    auto *row = new QHBoxLayout(m_doubtPart);
    row->setContentsMargins(0, 0, 0, 0);
    m_doubtLabel->setWordWrap(true);
    row->addWidget(m_doubtLabel, 1);
    row->addWidget(m_doubt);
    connect(m_doubt, &QComboBox::activated, this, [this] {
        const int at = m_list->currentIndex().row();
        if (at < 0)
            return;
        PreviewDecision decision = m_articles->decision(at);
        decision.revision = m_doubt->currentData().toBool();
        m_articles->decide(at, decision);
        emit decided();
    });
    return m_doubtPart;
}

void ImportPreview::showSummary()
{
    const auto unticked = std::ranges::count(decisions(), false, &PreviewDecision::wanted);
    const auto corrected = std::ranges::count_if(decisions(), [](const PreviewDecision &one) { return one.wanted && (one.title || one.outlet || one.published); });
    QString text = m_preview.summary;
    if (unticked > 0)
        text += tr(", %n unticked", nullptr, int(unticked));
    if (corrected > 0)
        text += tr(", %n corrected", nullptr, int(corrected));
    m_summary->setText(text);
    m_summary->setAccessibleName(text);
    m_import->setEnabled(m_preview.any);
}

/// The files that have an encoding of their own, where there are several.
void ImportPreview::showFiles()
{
    const QString chosen = m_file->currentData().toString();
    m_file->clear();
    m_file->addItem(tr("of all files"), QString());
    for (const auto &[path, encoding] : m_preview.encodingOf.asKeyValueRange())
        m_file->addItem(tr("of %1").arg(QFileInfo(path).fileName()), path);
    m_file->setCurrentIndex(std::max(0, m_file->findData(chosen)));
    m_file->setVisible(m_preview.encodingOf.size() > 1);
    const QString found = chosen.isEmpty() ? m_preview.encodings.join(u", "_s) : m_preview.encodingOf.value(chosen);
    m_encoding->setItemText(0, found.isEmpty() ? tr("as found") : tr("as found: %1").arg(found));
}

void ImportPreview::setBusy()
{
    m_summary->setText(tr("Reading…"));
    m_import->setEnabled(false);
    m_takeIn->setEnabled(false);
}

void ImportPreview::setPreview(const ShownPreview &preview)
{
    const int shownBefore = m_list->currentIndex().row(); // what was stated is of this one
    m_preview = preview;
    showSummary();
    showFiles();
    m_articles->setRows(preview.rows);
    m_delimiterLabel->setVisible(preview.isDelimited);
    m_delimiter->setVisible(preview.isDelimited);
    const bool asks = preview.ambiguousDates > 0 || m_dates->currentIndex() > 0;
    if (preview.ambiguousDates > 0) // what they are is asked once, and can be altered then
        m_datesLabel->setText(tr("%n dates such as “%1”", nullptr, preview.ambiguousDates).arg(preview.ambiguousDate));
    m_dates->setAccessibleName(m_datesLabel->text());
    m_datesLabel->setVisible(asks);
    m_dates->setVisible(asks);
    m_remarks->clear();
    for (const ShownPreview::Remark &remark : preview.remarks)
        new QTreeWidgetItem(m_remarks, {remark.where, remark.what});
    m_remarks->resizeColumnToContents(0);
    m_remarks->setVisible(!preview.remarks.empty());
    showColumns();
    const int last = m_articles->rowCount() - 1;
    const int current = std::clamp(shownBefore, std::min(0, last), last);
    m_list->setCurrentIndex(m_articles->index(current, 0));
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
    if (row < 0 || row >= m_articles->rowCount()) {
        m_text->clear();
        m_doubtPart->hide();
        showLeftOut(nullptr);
        return;
    }
    const PreviewRow shown = m_articles->row(row);
    m_doubtPart->setVisible(!shown.doubted.isEmpty());
    m_doubtLabel->setText(tr("“%1” has the id of an article that is there, which begins “%2”, and few words in common with it. It is").arg(shown.title, shown.doubted));
    m_doubt->setCurrentIndex(m_articles->decision(row).revision.value_or(shown.revision) ? 1 : 0);
    showLeftOut(&shown);
    QStringList lines;
    for (const auto &[name, value] : shown.fields)
        lines += name + u": "_s + value;
    if (!shown.parts.isEmpty())
        lines += tr("Parts: %1").arg(shown.parts);
    m_text->setPlainText(lines.isEmpty() ? shown.beginning : lines.join(u'\n') + u"\n\n"_s + shown.beginning);
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

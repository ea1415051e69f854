// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importreportpanel.h"

#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString summaryOf(const ShownImport &report)
{
    QStringList parts;
    parts << (report.articles == 1 ? ImportReportPanel::tr("1 article") : ImportReportPanel::tr("%n articles", nullptr, int(report.articles)));
    if (report.annotations > 0)
        parts << (report.annotations == 1 ? ImportReportPanel::tr("1 annotation")
                                          : ImportReportPanel::tr("%n annotations", nullptr, int(report.annotations)));
    if (report.coders > 0)
        parts << (report.coders == 1 ? ImportReportPanel::tr("1 coder") : ImportReportPanel::tr("%n coders", nullptr, int(report.coders)));
    const QString what = parts.join(u", "_s);
    if (report.cancelled)
        return ImportReportPanel::tr("The import was stopped; nothing was brought in.");
    if (report.articles + report.annotations + report.coders == 0)
        return ImportReportPanel::tr("Nothing was brought in.");
    return ImportReportPanel::tr("Imported %1.").arg(what);
}

} // namespace

ImportReportPanel::ImportReportPanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_summary(headingLabel({}, this))
    , m_skippedHeading(secondaryLabel({}, this))
    , m_skipped(new QTreeWidget(this))
    , m_copy(new QPushButton(tr("Copy Report"), this))
    , m_undo(new QPushButton(tr("Undo Import"), this))
{
    setAccessibleName(tr("Import report"));
    m_icon->setAccessibleName(tr("Import report"));
    m_summary->setWordWrap(true);
    m_skippedHeading->setWordWrap(true);
    m_skipped->setAccessibleName(tr("What was left out"));
    m_skipped->setHeaderLabels({tr("Where"), tr("Why")});
    m_skipped->setRootIsDecorated(false);
    m_skipped->setUniformRowHeights(true);
    m_skipped->setAllColumnsShowFocus(true);
    m_skipped->setAlternatingRowColors(true);
    m_skipped->header()->setAccessibleName(tr("Columns"));
    m_skipped->header()->setStretchLastSection(true);
    auto *close = iconButton(u"close"_s, tr("Close this report"), this);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::near);
    head->addWidget(m_icon);
    head->addWidget(m_summary, 1);
    head->addWidget(close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::near);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_undo);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::margin, metrics::near, metrics::near, metrics::margin);
    rows->setSpacing(metrics::near);
    rows->addLayout(head);
    rows->addWidget(m_skippedHeading);
    rows->addWidget(m_skipped, 1);
    rows->addLayout(buttons);
    connect(close, &QToolButton::clicked, this, &ImportReportPanel::closed);
    connect(m_undo, &QPushButton::clicked, this, &ImportReportPanel::undoRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    setReport({});
}

void ImportReportPanel::setReport(const ShownImport &report)
{
    constexpr size_t mostListed = 1000; // the clipboard has them all
    m_report = report;
    m_summary->setText(summaryOf(report));
    m_summary->setAccessibleName(m_summary->text());
    m_skipped->clear();
    std::vector<ShownImport::Skipped> remarks = report.skipped;
    remarks.insert(remarks.end(), report.remarks.begin(), report.remarks.end());
    for (const auto &skipped : remarks) {
        if (size_t(m_skipped->topLevelItemCount()) == mostListed)
            break;
        auto *item = new QTreeWidgetItem(m_skipped, {skipped.where, skipped.reason});
        item->setToolTip(0, skipped.where);
        item->setToolTip(1, skipped.reason);
    }
    m_skipped->resizeColumnToContents(0);
    QString heading = report.skipped.size() == 1 ? tr("1 was left out:") : tr("%n were left out:", nullptr, int(report.skipped.size()));
    if (report.skipped.empty())
        heading = tr("With a remark:");
    if (report.skipped.size() > mostListed)
        heading = tr("%1 were left out, the first %2 are listed:").arg(report.skipped.size()).arg(mostListed);
    m_skippedHeading->setText(heading);
    m_skippedHeading->setVisible(!remarks.empty());
    m_skipped->setVisible(!remarks.empty());
    m_copy->setVisible(!remarks.empty());
    m_undo->setVisible(!report.cancelled && report.articles + report.annotations + report.coders > 0);
    dress();
}

QString ImportReportPanel::asText() const
{
    QStringList lines{summaryOf(m_report)};
    for (const auto &skipped : m_report.skipped)
        lines << u"%1\t%2"_s.arg(skipped.where, skipped.reason);
    for (const auto &skipped : m_report.remarks)
        lines << u"%1\t%2"_s.arg(skipped.where, skipped.reason);
    return lines.join(u'\n');
}

void ImportReportPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void ImportReportPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void ImportReportPanel::dress()
{
    const bool nothing = m_report.articles + m_report.annotations + m_report.coders == 0;
    const bool partly = !m_report.skipped.empty() || m_report.cancelled || nothing;
    const QIcon mark = partly ? icon(u"warning"_s, toneColor(Tone::Warning, palette())) : icon(u"finished"_s, toneColor(Tone::Good, palette()));
    m_icon->setPixmap(mark.pixmap(QSize(metrics::icon, metrics::icon), devicePixelRatioF()));
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeguidance.h"

#include <panels/codecard.h>
#include <widgets/metrics.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

CodeGuidance::CodeGuidance(QWidget *parent)
    : QWidget(parent)
    , m_codes{new CodeCard(this), new CodeCard(this)}
    , m_earlier(new QScrollArea(this))
    , m_precedents(new QLabel)
{
    setAccessibleName(tr("Definitions and earlier rulings"));
    m_precedents->setObjectName(u"precedents"_s);
    m_precedents->setTextFormat(Qt::RichText);
    m_precedents->setWordWrap(true);
    m_precedents->setAlignment(Qt::AlignTop);
    m_precedents->setMargin(metrics::near);
    m_precedents->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_precedents->setAccessibleName(tr("Earlier rulings"));
    m_earlier->setWidget(m_precedents);
    m_earlier->setWidgetResizable(true);
    m_earlier->setFrameShape(QFrame::NoFrame);
    m_earlier->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_earlier->setAccessibleName(tr("Earlier rulings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    for (CodeCard *card : m_codes)
        row->addWidget(card, 1);
    row->addWidget(m_earlier, 1);
    clear();
}

void CodeGuidance::showCodes(const Codebook &codebook, const std::vector<CodeId> &codes)
{
    m_codes[0]->showCodes(codebook, {codes.begin(), codes.begin() + std::min<qsizetype>(1, std::ssize(codes))});
    m_codes[1]->showCodes(codebook, {codes.begin() + std::min<qsizetype>(1, std::ssize(codes)), codes.end()});
    for (const CodeCard *card : m_codes)
        card->verticalScrollBar()->setValue(0);
    showWhatThereIs();
}

void CodeGuidance::setPrecedents(const std::vector<ShownPrecedent> &precedents)
{
    m_precedents->setText(htmlOf(precedents, tr("Earlier rulings on these codes")));
    m_earlier->verticalScrollBar()->setValue(0);
    m_earlier->setHidden(precedents.empty());
    showWhatThereIs();
}

void CodeGuidance::clear()
{
    for (CodeCard *card : m_codes)
        card->clear();
    setPrecedents({});
}

void CodeGuidance::showWhatThereIs()
{
    const auto isThere = [](const QWidget *part) { return !part->isHidden(); };
    setVisible(isThere(m_earlier) || std::ranges::any_of(m_codes, isThere));
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helppage.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Room between paragraphs and lines: Markdown brings none.
void giveRoom(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(format.headingLevel() > 0 ? metrics::far : 0);
        format.setBottomMargin(block.textList() ? metrics::tight : metrics::margin);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

HelpPage::HelpPage(QWidget *parent)
    : QWidget(parent)
    , m_browser(new QTextBrowser(this))
    , m_backButton(iconButton(u"back"_s, tr("Back"), this))
{
    setAccessibleName(tr("Help"));
    m_browser->setAccessibleName(tr("Help"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(metrics::far);
    auto *close = iconButton(u"close"_s, tr("Close help (Esc)"), this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::near, metrics::tight, metrics::near, metrics::tight);
    bar->addWidget(m_backButton);
    bar->addWidget(headingLabel(tr("Help"), this));
    bar->addStretch();
    bar->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(bar);
    rows->addWidget(m_browser, 1);
    m_backButton->setEnabled(false);
    setFocusProxy(m_browser);
    connect(close, &QToolButton::clicked, this, &HelpPage::closed);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpPage::follow);
    connect(m_backButton, &QToolButton::clicked, this, [this] {
        const QString page = m_back.takeLast();
        m_page.clear(); // going back leaves no way forward to come back from
        showPage(page);
    });
}

bool HelpPage::showPage(const QString &path)
{
    if (!m_page.isEmpty() && m_page != path)
        m_back << m_page;
    m_backButton->setEnabled(!m_back.isEmpty());
    m_page = path;
    render();
    return QFile::exists(path);
}

void HelpPage::render()
{
    QFile file(m_page);
    const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                        : tr("# Not found\n\nThere is no help page “%1”.").arg(QFileInfo(m_page).fileName());
    m_browser->setMarkdown(text);
    giveRoom(*m_browser->document());
    m_browser->moveCursor(QTextCursor::Start);
}

void HelpPage::follow(const QUrl &link)
{
    if (!link.isRelative()) {
        QDesktopServices::openUrl(link);
        return;
    }
    if (!link.path().isEmpty())
        showPage(QFileInfo(m_page).path() + u'/' + link.path());
    if (link.hasFragment())
        m_browser->scrollToAnchor(link.fragment());
}

void HelpPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_page.isEmpty())
        render(); // links carry their colour
}

void HelpPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startpage.h"

#include "cardbutton.h"

#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSide = 64;

QString folderForPeople(const QString &path)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    return folder.startsWith(home) ? u"~"_s + folder.sliced(home.size()) : folder;
}

QString openedForPeople(const QDateTime &opened)
{
    if (!opened.isValid())
        return {};
    const QDate date = opened.toLocalTime().date();
    const qint64 days = date.daysTo(QDate::currentDate());
    if (days == 0)
        return StartPage::tr("today");
    if (days == 1)
        return StartPage::tr("yesterday");
    return QLocale().toString(date, QLocale::ShortFormat);
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QVBoxLayout *column(QWidget *parent, int spacing)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins({});
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    constexpr int widest = 900;
    setAccessibleName(tr("Start"));
    setAcceptDrops(true);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Start"));
    auto *content = new QWidget(area);
    content->setAccessibleName(tr("Start"));
    auto *middle = new QWidget(content);
    middle->setMaximumWidth(widest);
    middle->setAccessibleName(tr("Start"));
    auto *rows = column(middle, metrics::far + metrics::near);
    rows->addWidget(buildHead());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::page);
    columns->addWidget(buildRecent(), 1);
    columns->addWidget(buildBeginning(), 1);
    rows->addLayout(columns);
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(metrics::page, metrics::far, metrics::page, metrics::far);
    outer->addStretch(2);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(middle, 100);
    centred->addStretch(1);
    outer->addLayout(centred);
    outer->addStretch(3);
    area->setWidget(content);
    auto *layout = column(this, 0);
    layout->addWidget(area);
    setRecentProjects({});
}

QWidget *StartPage::buildHead()
{
    auto *head = new QWidget(this);
    m_mark = new QLabel(head);
    m_mark->setAccessibleName(tr("Galley"));
    m_mark->setPixmap(applicationIcon().pixmap(QSize(markSide, markSide), devicePixelRatioF()));
    auto *name = new QLabel(tr("Galley"), head);
    name->setFont(scaledFont(QFont(u"Noto Serif"_s, name->font().pointSize()), metrics::title, true));
    auto *purpose = secondaryLabel(tr("Read, mark and code news articles. Everything stays in one file on your computer."), head);
    purpose->setFont(font());
    purpose->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    texts->addWidget(name);
    texts->addWidget(purpose);
    texts->addStretch();
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::apart);
    layout->addWidget(m_mark, 0, Qt::AlignVCenter);
    layout->addLayout(texts, 1);
    return head;
}

QWidget *StartPage::buildRecent()
{
    auto *part = new QWidget(this);
    auto *rows = column(part, metrics::near);
    rows->addWidget(headingLabel(tr("Recent projects"), part));
    m_noRecent = secondaryLabel(tr("Projects you open will be listed here. You can also drop a .galley file or articles on this page."), part);
    m_noRecent->setWordWrap(true);
    rows->addWidget(m_noRecent);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(metrics::near);
    rows->addLayout(m_recent);
    auto *open = new CardButton(u"open"_s, tr("Open a project…"), tr("A .galley file on this computer"), part);
    connect(open, &CardButton::clicked, this, &StartPage::openRequested);
    rows->addWidget(open);
    rows->addStretch();
    return part;
}

QWidget *StartPage::buildBeginning()
{
    auto *part = new QWidget(this);
    auto *rows = column(part, metrics::near);
    rows->addWidget(headingLabel(tr("New project"), part));
    m_codebooks = new QVBoxLayout;
    m_codebooks->setSpacing(metrics::near);
    rows->addLayout(m_codebooks);
    auto *demo = new CardButton(u"demo"_s, tr("Open the demo"), tr("Sample articles, coded by three people"), part);
    m_demo = demo;
    connect(demo, &CardButton::clicked, this, &StartPage::demoRequested);
    rows->addSpacing(metrics::near);
    rows->addWidget(demo);
    rows->addStretch();
    return part;
}

void StartPage::setRecentProjects(const std::vector<RecentProject> &projects)
{
    m_projects = projects;
    empty(m_recent);
    m_noRecent->setVisible(projects.empty());
    for (const RecentProject &project : projects) {
        const QString detail = project.missing ? tr("Not found in %1").arg(folderForPeople(project.path))
                                               : QStringList{folderForPeople(project.path), openedForPeople(project.opened)}.join(u" · "_s);
        auto *card = new CardButton(project.missing ? u"warning"_s : u"article"_s, QFileInfo(project.path).completeBaseName(), detail, this);
        card->setFaded(project.missing);
        card->setElide(Qt::ElideMiddle);
        card->setToolTip(QDir::toNativeSeparators(project.path));
        auto *remove = iconButton(u"close"_s, tr("Remove %1 from this list").arg(card->text()), card);
        remove->setIcon(icon(u"close"_s, secondaryText(palette())));
        remove->setCursor(Qt::ArrowCursor);
        card->setCorner(remove);
        m_recent->addWidget(card);
        connect(card, &CardButton::clicked, this, [this, path = project.path] { emit projectChosen(path); });
        connect(remove, &QToolButton::clicked, this, [this, path = project.path] { emit recentRemoved(path); });
    }
}

void StartPage::setCodebooks(const std::vector<CodebookChoice> &codebooks)
{
    empty(m_codebooks);
    for (const CodebookChoice &codebook : codebooks) {
        auto *card = new CardButton(u"codebook"_s, codebook.name, codebook.description, this);
        card->setAccessibleName(tr("New project: %1").arg(codebook.name));
        card->setWordWrap(true);
        m_codebooks->addWidget(card);
        connect(card, &CardButton::clicked, this, [this, key = codebook.key] { emit newProjectRequested(key); });
    }
}

void StartPage::setDemoAvailable(bool available)
{
    m_demo->setVisible(available);
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setRecentProjects(std::vector(m_projects));
    if (event->type() == QEvent::DevicePixelRatioChange)
        m_mark->setPixmap(applicationIcon().pixmap(QSize(markSide, markSide), devicePixelRatioF()));
}

void StartPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void StartPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit filesDropped(event->mimeData()->urls());
}

} // namespace galley

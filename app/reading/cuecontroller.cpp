// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuecontroller.h"

#include "../cueplaces.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../settings.h"
#include "../suggestionreport.h"
#include "codingcontroller.h"

#include <project/projectfile.h>
#include <project/workspace.h>
#include <text/articleview.h>
#include <widgets/progressline.h>

#include <QActionGroup>
#include <QDir>
#include <QMenu>
#include <QtConcurrentRun>

#include <algorithm>
#include <mutex>

namespace galley {

using namespace Qt::StringLiterals;

/// A finder serves one thread at a time.
struct CueController::Cueing
{
    explicit Cueing(const QStringList &folders)
        : finder(folders)
    {
    }

    CueFinder finder;
    std::mutex mutex;
    std::atomic<int> round = 0; ///< of asking: what an earlier one asked for is not wanted any more
};

CueController::CueController(Desk &desk, ArticleView &view, CodingController &coding)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_view(view)
    , m_coding(coding)
    , m_setMenu(new QMenu(tr("C&ue Set"), &desk.window))
    , m_kindMenu(new QMenu(tr("&Kinds of Cues"), &desk.window))
    , m_suggestHere(new QMenu(tr("Suggest Cues of This Article"), &desk.window))
    , m_suggestAll(new QMenu(tr("Suggest Cues of All Listed Articles"), &desk.window))
{
    m_setMenu->menuAction()->setObjectName(u"cueSets"_s);
    m_kindMenu->menuAction()->setObjectName(u"cueKinds"_s);
    m_suggestHere->menuAction()->setObjectName(u"suggestCuesHere"_s);
    m_suggestAll->menuAction()->setObjectName(u"suggestCuesOfAll"_s);
    m_showCues = makeToggle(this, {"showCues", tr("&Cues in the Text"), "cue", {Qt::Key_F8}, {}}, m_settings.value(Setting::ShowCues).toBool(), [this](bool on) {
        m_settings.set(Setting::ShowCues, on);
        show();
    });
    for (QMenu *menu : {m_kindMenu, m_suggestHere, m_suggestAll}) {
        connect(menu, &QMenu::aboutToShow, this, [this] { // also while none are shown in the text
            prepare();
            fillKindMenus(shownSet());
        });
    }
    m_altered.setSingleShot(true);
    m_altered.setInterval(200);
    connect(&m_altered, &QTimer::timeout, this, [this] {
        forget();
        show();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_altered, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &folder) {
        // Beside the project much is written; only that the folder of cues has come or gone is of interest.
        const QString own = m_workspace.project() ? cueFolderOf(m_workspace.project()->store().path()) : QString();
        if (folder != QFileInfo(own).path() || QDir(own).exists() != m_watcher.directories().contains(own))
            m_altered.start();
    });
    connect(&m_workspace, &Workspace::projectOpened, this, &CueController::forget);
    connect(&m_workspace, &Workspace::projectClosing, this, [this] {
        *m_stop = true;
        forget();
    });
    connect(&m_workspace, &Workspace::articleOpened, this, &CueController::show);
    connect(&m_workspace, &Workspace::articleClosed, this, &CueController::show);
}

CueController::~CueController()
{
    *m_stop = true;
}

void CueController::setDark(bool dark)
{
    m_dark = dark;
    show();
}

void CueController::forget()
{
    if (m_cues)
        ++m_cues->round;
    m_cues.reset();
    m_sets.clear();
}

/// Made when it is first needed: reading definitions takes time at the start.
void CueController::prepare()
{
    if (m_cues)
        return;
    m_cues = std::make_shared<Cueing>(cueFolders(m_workspace.project() ? m_workspace.project()->store().path() : QString()));
    m_sets = m_cues->finder.available();
    const QStringList problems = m_cues->finder.problems();
    if (!problems.isEmpty() || m_hadProblems) {
        Message message = problems.isEmpty() ? passing(tr("All cue definitions and word lists can be used now."))
                                             : Message{Message::Warning, tr("A cue definition or word list cannot be used: %1").arg(problems.front()), problems.join(u'\n')};
        message.topic = u"cue definitions"_s; // what was mended takes the place of what was wrong
        m_desk.say(message);
    }
    m_hadProblems = !problems.isEmpty();
    watch();
    fillSetMenu();
}

void CueController::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    const QString path = m_workspace.project() ? m_workspace.project()->store().path() : QString();
    QStringList wanted;
    for (const QString &folder : cueFolders(path)) {
        if (!QDir(folder).exists())
            continue;
        wanted << folder;
        for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.xml"_s, u"*.txt"_s}, QDir::Files))
            wanted << file.absoluteFilePath();
    }
    if (!path.isEmpty())
        wanted << QFileInfo(path).absolutePath();
    m_watcher.addPaths(wanted);
}

void CueController::fillSetMenu()
{
    m_setMenu->clear();
    auto *group = new QActionGroup(m_setMenu);
    for (const CueSet &set : m_sets) {
        if (set.isWordList)
            continue;
        QAction *action = m_setMenu->addAction(set.name);
        action->setCheckable(true);
        action->setChecked(set.name == shownSet());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = set.name] {
            m_settings.set(Setting::CueSet, name);
            m_showCues->setChecked(true);
            show();
        });
    }
}

/// A switch for each kind that may be in the text now.
void CueController::fillKindMenus(const QString &set)
{
    QStringList kinds;
    const QStringList shown = withWordLists(m_sets, set);
    for (const CueSet &one : m_sets) {
        if (shown.contains(one.name))
            kinds += one.kinds;
    }
    kinds.removeDuplicates();
    if (kinds == m_kindsOffered)
        return;
    m_kindsOffered = kinds;
    const QStringList hidden = m_settings.value(Setting::HiddenCues).toStringList();
    for (QMenu *menu : {m_kindMenu, m_suggestHere, m_suggestAll})
        menu->clear();
    for (const QString &kind : kinds) {
        QAction *action = m_kindMenu->addAction(kind);
        action->setObjectName(u"cueKind-"_s + kind);
        action->setCheckable(true);
        action->setChecked(!hidden.contains(kind));
        connect(action, &QAction::toggled, this, [this, kind](bool on) { setKindShown(kind, on); });
        for (const bool all : {false, true}) {
            QAction *suggestion = (all ? m_suggestAll : m_suggestHere)->addAction(tr("%1 as…", "a kind of cues").arg(kind));
            suggestion->setObjectName((all ? u"suggestAllCues-"_s : u"suggestCues-"_s) + kind);
            connect(suggestion, &QAction::triggered, this, [this, kind, all] { suggest(kind, all); });
        }
    }
}

void CueController::setKindShown(const QString &kind, bool shown)
{
    QStringList hidden = m_settings.value(Setting::HiddenCues).toStringList();
    hidden.removeAll(kind);
    if (!shown)
        hidden << kind;
    m_settings.set(Setting::HiddenCues, hidden);
    if (shown && !m_showCues->isChecked())
        m_showCues->setChecked(true);
    else
        show();
}

QString CueController::shownSet() const
{
    return cueSetOf(m_sets, m_settings.value(Setting::CueSet).toString(), m_workspace.article() ? m_workspace.article()->article.language : QString());
}

/// The article is there to be read at once; its cues come when they are found.
void CueController::show()
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_showCues->isChecked()) {
        if (m_cues)
            ++m_cues->round;
        m_view.setCues({});
        return;
    }
    prepare();
    fillKindMenus(shownSet());
    const int round = ++m_cues->round;
    QtConcurrent::run([cueing = m_cues, round, text = open->text, sets = withWordLists(m_sets, shownSet()), hidden = m_settings.value(Setting::HiddenCues).toStringList(), dark = m_dark] {
        std::vector<ArticleView::CueFormat> formats;
        const std::scoped_lock alone(cueing->mutex);
        if (cueing->round != round)
            return formats; // another article is open by now
        for (const Cue &cue : cueing->finder.cues(text, sets, dark)) {
            if (!hidden.contains(cue.name))
                formats.push_back({cue.range, cue.foreground, cue.bold, cue.italic, cue.name});
        }
        return formats;
    }).then(this, [this, cueing = m_cues, round](std::vector<ArticleView::CueFormat> formats) {
        if (m_cues == cueing && m_cues->round == round)
            m_view.setCues(std::move(formats));
    });
}

void CueController::suggest(const QString &kind, bool all)
{
    if (!m_workspace.article() || !m_workspace.requireCoder())
        return;
    m_coding.choose(all ? tr("Suggest “%1” of all listed articles as…").arg(kind) : tr("Suggest “%1” of this article as…").arg(kind), {},
                    [this, kind, all](CodeId code) { suggest(kind, all, code); });
}

void CueController::suggest(const QString &kind, bool all, CodeId code)
{
    prepare();
    const Codebook &codebook = m_workspace.codebook();
    const CoderId who = m_workspace.coder()->id;
    const SuggestionRequest request{codebook.variable(codebook.code(code)->variable)->layer, code, who, who, originOfCues(kind), m_workspace.sight()};
    const std::vector<ArticleId> articles = all ? m_workspace.listedArticles() : std::vector{m_workspace.article()->article.id};
    if (articles.empty())
        return;
    if (!m_progress) {
        m_progress = &m_desk.addProgress();
        connect(m_progress, &ProgressLine::cancelRequested, this, [this] { *m_stop = true; });
    }
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_progress->begin(tr("Making suggestions…"));
    QtConcurrent::run([cueing = m_cues, file = ProjectFile(*m_workspace.project()), chosen = m_settings.value(Setting::CueSet).toString(), kind, articles, request, stop = m_stop] {
        const auto goOn = [&] { return !*stop; };
        return file.open().and_then([&](const ProjectStore &store) {
            const auto places = [&] {
                const std::scoped_lock alone(cueing->mutex);
                return cuePlaces(cueing->finder, store, chosen, kind, articles, goOn);
            }();
            return places ? galley::suggest(store, request, *places, goOn) : Result<SuggestionOutcome>(std::unexpected(places.error()));
        });
    }).then(this, [this, code, stop = m_stop](const Result<SuggestionOutcome> &outcome) {
        m_progress->end();
        if (!*stop)
            take(outcome, code);
    });
}

void CueController::take(const Result<SuggestionOutcome> &outcome, CodeId code)
{
    if (!outcome)
        return m_desk.fail(outcome.error());
    if (outcome->change.isEmpty() || m_workspace.commit(outcome->change))
        m_desk.say(suggestionReport(*outcome, m_workspace.codebook(), code, m_desk));
}

} // namespace galley

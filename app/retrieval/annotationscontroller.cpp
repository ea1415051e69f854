// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationscontroller.h"

#include "../codebookdoor.h"
#include "../frame/actions.h"
#include "../frame/contribution.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../presentation.h"

#include <base/outputfile.h>
#include <panels/codepalette.h>
#include <project/exporting.h>
#include <project/manyedits.h>
#include <project/projectfile.h>
#include <project/recheck.h>
#include <project/workspace.h>
#include <retrieval/annotationspage.h>

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int contextWidth = 60;     ///< characters on either side
constexpr qint64 firstLook = 2000;   ///< annotations looked at for what is shown at once
constexpr size_t mostKeptChosen = 20000;

/// The codebook with that layer alone: what others of it may be recoded to is no choice here.
Codebook only(const Codebook &codebook, LayerId layer)
{
    std::vector<Layer> layers;
    std::vector<Variable> variables;
    std::vector<Code> codes;
    std::ranges::copy_if(codebook.layers(), std::back_inserter(layers), [=](const Layer &one) { return one.id == layer; });
    std::ranges::copy_if(codebook.variables(), std::back_inserter(variables), [=](const Variable &one) { return one.layer == layer; });
    std::ranges::copy_if(codebook.codes(), std::back_inserter(codes), [&](const Code &one) { return std::ranges::contains(variables, one.variable, &Variable::id); });
    return Codebook(codebook.name(), codebook.revision(), layers, variables, codes, codebook.content());
}

Result<std::set<AnnotationId>> idsToRecheck(const QString &project, const Sight &sight)
{
    return toRecheck(project, {}, sight).transform([](const std::vector<Recheck> &all) {
        std::set<AnnotationId> ids;
        for (const Recheck &one : all)
            ids.insert(one.annotation);
        return ids;
    });
}

/// The chosen ones in the columns of the export.
Result<qint64> written(const ProjectFile &file, const QString &path, const Sight &sight, const std::vector<AnnotationId> &chosen)
{
    auto store = file.open();
    if (!store)
        return std::unexpected(store.error());
    ExportFilter filter;
    filter.sight = sight;
    auto dataset = datasetOf(*store, filter);
    const auto writer = writerNamed(u"csv"_s);
    if (!dataset || !writer)
        return std::unexpected(!dataset ? dataset.error() : writer.error());
    dataset->annotations = [&chosen, all = std::move(dataset->annotations)](const ExportFilter &wanted, const StreamedDataset::TakeAnnotation &take) {
        return all(wanted, [&](const AnnotationRow &row) { return std::ranges::binary_search(chosen, row.id) ? take(row) : Result<>(); });
    };
    OutputFile out(path);
    if (!out.open())
        return failed(AnnotationsController::tr("“%1” cannot be written.").arg(path), out.errorString());
    auto rows = (*writer)->write(*dataset, out.device(), {});
    if (rows && !out.commit())
        return failed(AnnotationsController::tr("“%1” cannot be written.").arg(path), out.errorString());
    return rows;
}

} // namespace

AnnotationsController::AnnotationsController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_lists(desk.workspace, [round = m_round] { ++*round; }, this)
    , m_texts(desk.workspace, [] { }, this) // each is short
    , m_model(new AnnotationListModel(this))
    , m_stillRight(makeAction(this, {"stillRight", tr("&Still Right"), "done", {Qt::CTRL | Qt::Key_G}, [this] { confirm(); }}))
    , m_recode(makeAction(this, {"recodeChosen", tr("C&hange Code…"), "recode", {Qt::Key_F2}, [this] { recode(); }}))
    , m_flag(makeAction(this, {"flagChosen", tr("&Flag"), "flag", {Qt::CTRL | Qt::Key_B}, [this] { toggleFlag(); }}))
    , m_copy(makeAction(this, {"copyChosen", tr("Copy with &Source"), "copy", {QKeySequence::Copy}, [this] { copy(); }}))
    , m_delete(makeAction(this, {"deleteChosen", tr("&Delete"), "delete", {QKeySequence::Delete}, [this] { remove(); }}))
    , m_example(makeAction(this, {"chosenAsExample", tr("Add as &Example"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, [this] { addAsExamples(ExampleKind::Example); }}))
    , m_counterExample(makeAction(this, {"chosenAsCounterExample", tr("Add as C&ounter-Example"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, [this] { addAsExamples(ExampleKind::CounterExample); }}))
    , m_export(makeAction(this, {"exportChosen", tr("E&xport Chosen as CSV…"), "export", {}, [this] { askWhereTo(); }}))
{
    connect(m_model, &AnnotationListModel::detailsWanted, this, &AnnotationsController::readDetails);
    connect(&m_workspace, &Workspace::changed, this, &AnnotationsController::follow);
    connect(&m_workspace, &Workspace::projectOpened, this, [this] {
        forget();
        if (m_page)
            m_page->setFilter({});
    });
    for (const auto signal : {&Workspace::coderChanged, &Workspace::sightChanged}) {
        connect(&m_workspace, signal, this, [this] {
            forget();
            reload(true);
        });
    }
    connect(&m_workspace, &Workspace::annotationsWanted, this, &AnnotationsController::showThoseWith);
    connect(&m_workspace, &Workspace::projectClosing, this, &AnnotationsController::forget);
    updateActions();
}

AnnotationsController::~AnnotationsController() = default;

AnnotationsPage *AnnotationsController::page()
{
    if (m_page)
        return m_page;
    m_page = new AnnotationsPage(&m_desk.window);
    m_page->hide();
    m_page->setActions(actions());
    m_page->setModel(m_model);
    connect(m_page, &AnnotationsPage::filterChanged, this, [this] { reload(true); });
    connect(m_page, &AnnotationsPage::chosenChanged, this, &AnnotationsController::updateActions);
    connect(m_page, &AnnotationsPage::showRequested, this, &AnnotationsController::show);
    connect(m_page, &AnnotationsPage::readRequested, this, [this] { m_desk.goTo(places::read); });
    m_stale = true;
    return m_page;
}

void AnnotationsController::shown()
{
    if (m_stale) {
        m_page->setCodebook(m_workspace.codebook());
        m_page->setCoders(m_workspace.coders());
        reload(m_model->rowCount() == 0);
    }
    m_page->takeFocus();
}

void AnnotationsController::showThoseWith(CodeId code)
{
    const Code *known = m_workspace.codebook().code(code);
    if (!known)
        return;
    const Variable *variable = m_workspace.codebook().variable(known->variable);
    const Variable *principal = m_workspace.codebook().principalVariable(variable->layer);
    page()->setCodebook(m_workspace.codebook());
    m_page->setCoders(m_workspace.coders());
    if (principal == variable)
        m_page->setFilter({.layer = variable->layer, .code = code});
    else
        m_page->setFilter({.layer = variable->layer, .value = variable->name + u": "_s + known->name});
    m_stale = true;
    m_desk.goTo(places::annotations);
}

void AnnotationsController::forget()
{
    ++*m_round;
    ++m_looker;
    m_articles.reset();
    m_model->clear();
    m_stale = true;
}

void AnnotationsController::follow(const Change &change)
{
    const bool articles = alters<Article>(change), codebook = altersCodebook(change), people = alters<Coder>(change);
    if (articles)
        m_articles.reset();
    if (!m_page || !(articles || codebook || people || alters<Annotation>(change)))
        return;
    m_model->follow(change);
    if (codebook)
        m_page->setCodebook(m_workspace.codebook());
    if (people)
        m_page->setCoders(m_workspace.coders());
    reload(false);
}

/// `anew`: another list, of which the beginning is shown before all of it is known.
void AnnotationsController::reload(bool anew)
{
    m_stale = true;
    if (!m_page || !m_workspace.project() || !m_desk.isAt(places::annotations))
        return;
    m_stale = false;
    ++*m_round;
    m_page->setReading(true);
    if (anew && !m_page->filter().recheck && m_page->order() == AnnotationOrder::Reading && m_page->grouping() != AnnotationGrouping::Code && m_page->grouping() != AnnotationGrouping::Coder)
        ask(firstLook);
    ask(0);
}

void AnnotationsController::ask(qint64 lookAtMost)
{
    const int round = *m_round;
    const AnnotationNames names{m_workspace.codebook(), m_workspace.everybody()};
    const auto query = queryOf(m_page->filter(), names.codebook, names.coders, m_workspace.actors(), m_workspace.sight());
    const std::optional<ProjectFile> recheck = m_page->filter().recheck ? std::optional(ProjectFile(*m_workspace.project())) : std::nullopt;
    m_lists.run([=, current = m_round, articles = m_articles, order = m_page->order(), grouping = m_page->grouping()](const ProjectLists &store) mutable -> Result<ArrangedAnnotations> {
        const auto goOn = [&] { return *current == round; };
        if (!goOn())
            return ArrangedAnnotations();
        if (!articles) {
            auto read = store.articles();
            if (!read)
                return std::unexpected(read.error());
            articles = std::make_shared<const std::vector<ListedArticle>>(std::move(*read));
        }
        const auto again = recheck ? idsToRecheck(recheck->path(), query.sight) : Result<std::set<AnnotationId>>();
        if (!again)
            return std::unexpected(again.error());
        return store.annotations(*articles, query, lookAtMost, goOn).transform([&](std::vector<ListedAnnotation> found) {
            if (recheck)
                std::erase_if(found, [&](const ListedAnnotation &one) { return !again->contains(one.id); });
            return arranged(std::move(articles), std::move(found), names, order, grouping);
        });
    }).then(this, [this, round, lookAtMost](Result<ArrangedAnnotations> list) {
        if (*m_round != round)
            return;
        if (list)
            return take(std::move(*list), lookAtMost == 0);
        m_page->setReading(false);
        m_desk.fail(list.error());
    });
}

void AnnotationsController::take(ArrangedAnnotations list, bool isAll)
{
    m_articles = list.articles;
    const int row = m_page->currentRow();
    const ListedAnnotation *current = m_model->annotationAt(row);
    const AnnotationId id = current ? current->id : AnnotationId();
    const std::vector<AnnotationId> chosen = m_page->chosen();
    m_model->show(std::move(list), {m_workspace.codebook(), m_workspace.everybody()});
    m_page->setReading(!isAll);
    m_page->choose(id, row < 0 ? (m_model->annotationAt(0) ? 0 : 1) : row);
    if (chosen.size() > 1 && chosen.size() <= mostKeptChosen)
        m_page->chooseAll(chosen);
    if (isAll && m_desk.isAt(places::annotations) && QApplication::focusWidget() == m_page)
        m_page->takeFocus();
    updateActions();
}

void AnnotationsController::readDetails()
{
    std::vector<AnnotationId> wanted = m_model->takeWanted();
    if (wanted.empty() || !m_workspace.project())
        return;
    m_texts.run([wanted = std::move(wanted)](const ProjectLists &store) { return store.inContext(wanted, contextWidth); })
        .then(this, [this, looker = m_looker](const Result<std::vector<AnnotationInContext>> &details) {
            if (m_looker != looker)
                return;
            if (details)
                m_model->addDetails(*details);
            else
                m_desk.fail(details.error());
        });
}

/// Reads the chosen ones and hands them on, if nobody else looks by then.
void AnnotationsController::withChosen(bool articles, std::function<void(Chosen)> then)
{
    const std::vector<AnnotationId> ids = m_page ? m_page->chosen() : std::vector<AnnotationId>();
    if (ids.empty() || !m_workspace.project())
        return;
    QtConcurrent::run([ids, articles, file = ProjectFile(*m_workspace.project())]() -> Result<Chosen> {
        Chosen chosen;
        auto store = file.open();
        if (!store)
            return std::unexpected(store.error());
        for (const AnnotationId id : ids) {
            auto annotation = store->annotation(id);
            if (!annotation)
                return std::unexpected(annotation.error());
            if (!*annotation)
                continue;
            if (articles) {
                auto article = store->article((*annotation)->article);
                if (!article)
                    return std::unexpected(article.error());
                chosen.articles.push_back(std::move(*article));
            }
            chosen.annotations.push_back(std::move(**annotation));
        }
        return chosen;
    }).then(this, [this, looker = m_looker, then = std::move(then)](Result<Chosen> chosen) {
        if (m_looker != looker || !m_workspace.project())
            return;
        if (chosen)
            then(std::move(*chosen));
        else
            m_desk.fail(chosen.error());
    });
}

/// One alters what one coded oneself, as where it is read.
void AnnotationsController::withOwn(std::function<void(std::vector<Annotation>)> then)
{
    if (!m_workspace.requireCoder())
        return;
    emit m_workspace.aboutToMoveOn();
    withChosen(false, [this, then = std::move(then)](Chosen chosen) {
        const qsizetype all = qsizetype(chosen.annotations.size());
        std::erase_if(chosen.annotations, [this](const Annotation &one) { return one.coder != m_workspace.project()->coder() && !m_workspace.sight().isLooker(one.coder); });
        const qsizetype others = all - qsizetype(chosen.annotations.size());
        if (others > 0) {
            Message told = passing(tr("%n of the chosen annotations are another coder’s and stay as they are.", nullptr, int(others)));
            told.topic = u"others annotations"_s;
            m_desk.say(told);
        }
        if (!chosen.annotations.empty())
            then(std::move(chosen.annotations));
    });
}

/// What was coded is right by what its code means now, too. It leaves the list of what is to be checked, and the next one is chosen.
void AnnotationsController::confirm()
{
    withOwn([this](const std::vector<Annotation> &annotations) { m_workspace.commit(confirmAll(m_workspace.codebook(), annotations, m_workspace.stamp().at)); });
}

void AnnotationsController::recode()
{
    withOwn([this](std::vector<Annotation> annotations) {
        const LayerId layer = annotations.front().layer;
        if (std::ranges::any_of(annotations, [=](const Annotation &one) { return one.layer != layer; })) {
            m_desk.say(passing(tr("These annotations are of several layers. Choose such of one layer to recode them together.")));
            return;
        }
        if (!m_workspace.codebook().principalVariable(layer)) {
            m_desk.say(passing(tr("Annotations of this layer have no code to change.")));
            return;
        }
        if (!m_palette) {
            m_palette = new CodePalette(m_page);
            connect(m_palette, &CodePalette::codeChosen, this, [this](CodeId code) { m_codeChosen(code); });
        }
        const int number = int(annotations.size());
        const CodeId now = annotations.front().code;
        m_codeChosen = [this, annotations = std::move(annotations)](CodeId code) {
            if (m_workspace.project())
                m_workspace.commit(recodeAll(m_workspace.codebook(), annotations, code, m_workspace.stamp().at));
        };
        m_palette->open(only(m_workspace.codebook(), layer), tr("Change %n annotations to…", nullptr, number), m_page->mapToGlobal(QPoint(m_page->width() / 3, m_page->height() / 4)));
        m_palette->setCurrentCode(now);
    });
}

void AnnotationsController::toggleFlag()
{
    withOwn([this](const std::vector<Annotation> &annotations) {
        const bool flagged = std::ranges::all_of(annotations, [](const Annotation &one) { return one.status == AnnotationStatus::Flagged; });
        m_workspace.commit(setStatusOfAll(m_workspace.codebook(), annotations, flagged ? AnnotationStatus::Coded : AnnotationStatus::Flagged, m_workspace.stamp().at));
    });
}

void AnnotationsController::remove()
{
    withOwn([this](const std::vector<Annotation> &annotations) { m_workspace.commit(removeAnnotations(m_workspace.codebook(), annotations)); });
}

/// To the codes they have, whoever coded them, with where they stand.
void AnnotationsController::addAsExamples(ExampleKind kind)
{
    if (!m_workspace.requireCoder())
        return;
    if (const QString why = whyNotAlterCodebook(m_workspace); !why.isEmpty())
        return m_desk.say({Message::Info, why});
    emit m_workspace.aboutToMoveOn();
    withChosen(true, [this, kind](const Chosen &chosen) {
        std::vector<CodeExample> examples;
        for (size_t at = 0; at < chosen.annotations.size(); ++at) {
            const Annotation &one = chosen.annotations[at];
            if (one.code && !one.quote.isEmpty())
                examples.push_back({one.code, quoteWithSource(one.quote, chosen.articles[at])});
        }
        const auto change = addExamples(m_workspace.codebook(), examples, kind);
        if (change && change->isEmpty())
            m_desk.say(passing(tr("There is nothing to add: they have no passage and code, or are examples already.")));
        else if (m_workspace.commit(change))
            m_desk.say(passing(change->text));
    });
}

void AnnotationsController::copy()
{
    withChosen(true, [this](const Chosen &chosen) {
        QStringList texts;
        for (size_t at = 0; at < chosen.annotations.size(); ++at) {
            const Annotation &one = chosen.annotations[at];
            const QString code = m_model->names().code(one.layer, one.code);
            const QString text = one.ranges.empty() ? chosen.articles[at].title : quoteWithSource(one.quote, chosen.articles[at]);
            texts << text + u'\n' + code + (one.memo.isEmpty() ? QString() : u'\n' + one.memo);
        }
        QApplication::clipboard()->setText(texts.join(u"\n\n"_s));
        m_desk.say(passing(tr("%n annotations are on the clipboard.", nullptr, int(texts.size()))));
    });
}

void AnnotationsController::askWhereTo()
{
    if (!m_page || m_page->chosen().empty())
        return;
    const QString base = QFileInfo(m_workspace.project()->store().path()).completeBaseName() + tr(" chosen");
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Export Chosen Annotations"), tr("CSV tables (*.csv)"), base + u".csv"_s, u"csv"_s}, [this](const QString &path) { write(path); });
}

void AnnotationsController::write(const QString &path)
{
    if (!m_workspace.project())
        return;
    std::vector<AnnotationId> chosen = m_page->chosen();
    std::ranges::sort(chosen);
    if (chosen.empty())
        return;
    QtConcurrent::run(written, ProjectFile(*m_workspace.project()), path, m_workspace.sight(), std::move(chosen)).then(this, [this, path](const Result<qint64> &rows) {
        if (rows)
            m_desk.say(passing(tr("%n rows written to %1", nullptr, int(*rows)).arg(path)));
        else
            m_desk.fail(rows.error());
    });
}

void AnnotationsController::show(AnnotationId annotation, ArticleId article)
{
    if (!m_workspace.article() || m_workspace.article()->article.id != article) {
        if (const auto opened = m_workspace.openArticle(article); !opened) {
            m_desk.fail(opened.error());
            return;
        }
    }
    m_desk.goTo(places::read);
    m_workspace.setCurrent(annotation);
}

void AnnotationsController::updateActions()
{
    const bool any = m_page && m_workspace.project() && !m_page->chosen().empty();
    m_stillRight->setVisible(m_page && m_page->filter().recheck);
    m_stillRight->setEnabled(any && m_workspace.isWritable() && m_stillRight->isVisible());
    for (QAction *action : {m_recode, m_flag, m_delete})
        action->setEnabled(any && m_workspace.isWritable());
    for (QAction *action : {m_example, m_counterExample})
        action->setEnabled(any && m_workspace.isWritable());
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
}

} // namespace galley

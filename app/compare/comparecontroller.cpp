// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparecontroller.h"

#include "../areas.h"
#include "../discussionbook.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../precedentbook.h"
#include "../presentation.h"
#include "../rulingtexts.h"
#include "../settings.h"
#include "settlingcontroller.h"

#include <compare/codeguidance.h>
#include <compare/comparepage.h>
#include <compare/comparisondelegate.h>
#include <compare/comparisonfilters.h>
#include <compare/settlingpanel.h>
#include <compare/sidebyside.h>
#include <domain/shortened.h>
#include <items/palette.h>
#include <project/projectfile.h>
#include <text/articleview.h>
#include <widgets/theme.h>

#include <QSignalBlocker>
#include <QtConcurrentRun>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

CompareController::CompareController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_model(new ComparisonListModel(this))
    , m_settling(new SettlingController(desk, m_shown, *m_model))
{
    makeActions();
    connect(&PrecedentBook::of(m_workspace), &PrecedentBook::changed, this, &CompareController::showPrecedents); // it follows before this does
    connect(m_settling, &SettlingController::editingEnded, this, [this] {
        showReadings();
        m_page->focusQueue(); // keys are for rulings again
    });
    connect(&m_workspace, &Workspace::changed, this, &CompareController::follow);
    connect(&m_workspace, &Workspace::sightChanged, this, [this] { // what the former coder saw goes at once
        ++m_round;
        m_stale = true;
        take(Comparison());
        if (m_page)
            m_page->setPage({});
        if (m_desk.isAt(places::compare))
            refresh();
    });
    connect(&m_workspace, &Workspace::imported, this, [this] { m_stale = true; });
    connect(&m_workspace, &Workspace::projectOpened, this, [this] { m_stale = true; });
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        ++m_round;
        take(Comparison());
        m_stale = true;
    });
    connect(&m_workspace, &Workspace::comparisonWanted, this, [this](const ComparisonFilter &filter) {
        m_desk.goTo(places::compare);
        lookAt(filter);
    });
    connect(&DiscussionBook::of(m_workspace), &DiscussionBook::changed, this, [this] {
        if (const ComparedGroup *group = m_shown.current(); group && m_page)
            m_page->settling().setSaid(said(*group));
    });
}

void CompareController::makeActions()
{
    m_sideBySide = makeToggle(this, {"sideBySide", tr("&Side by Side"), "", {Qt::Key_S}, {}}, false, [this](bool beside) {
        page()->setSideBySide(beside);
        showPair();
    });
    m_showAll = makeAction(this, {"showAllDisagreements", tr("Show &All"), "", {Qt::Key_A}, [this] {
        page()->filters().showAll(differences() == 0);
        if (!std::exchange(m_again, {}).empty())
            refresh();
    }});
    m_actions = {
        makeAction(this, {"nextDisagreement", tr("Ne&xt Disagreement"), "annotation-next", {Qt::Key_F4, Qt::Key_J, Qt::CTRL | Qt::Key_Period}, [this] { step(1); }}),
        makeAction(this, {"previousDisagreement", tr("&Previous Disagreement"), "annotation-previous", {Qt::SHIFT | Qt::Key_F4, Qt::Key_K, Qt::CTRL | Qt::Key_Comma}, [this] { step(-1); }}),
        makeAction(this, {"openInReading", tr("&Open in the Article"), "article", {Qt::CTRL | Qt::Key_Return}, [this] { openInReading(); }}),
        makeAction(this, {"nextToLookAt", tr("Next to &Look At"), "", {Qt::Key_L}, [this] { stepToOther(); }}),
        makeAction(this, {"commentDisagreement", tr("C&omment…"), "discussion", {Qt::CTRL | Qt::Key_M}, [this] { comment(); }}),
        makeToggle(this, {"hideCoderNames", tr("&Hide Coders’ Names"), "", {Qt::Key_H}, {}}, false, [this](bool hidden) { hideNames(hidden); }),
        m_sideBySide,
        m_showAll,
    };
}

/// A second self is in no list of coders, and stands against its first alone.
void CompareController::lookAt(const ComparisonFilter &filter)
{
    const bool again = std::ranges::any_of(filter.coders, [this](CoderId coder) { return !std::ranges::contains(m_workspace.coders(), coder, &Coder::id); });
    const std::vector<CoderId> wanted = again ? filter.coders : std::vector<CoderId>();
    if (filter.article)
        page()->filters().setArticle(filter.article);
    ComparisonFilter shown = filter;
    if (again)
        shown.coders.clear();
    const bool another = wanted != m_again;
    m_again = wanted;
    page()->filters().setFilter(shown);
    if (another)
        refresh();
}

ComparePage *CompareController::page()
{
    if (m_page)
        return m_page;
    m_page = new ComparePage(m_model, &m_desk.window);
    m_page->hide(); // until the frame shows it
    m_settling->attach(*m_page);
    ComparisonFilters &filters = m_page->filters();
    filters.setRule(m_desk.settings.value(Setting::CompareRule).toString());
    m_page->setModes(m_sideBySide, m_showAll);
    connect(m_page, &ComparePage::currentRowChanged, this, &CompareController::showRow);
    connect(m_page, &ComparePage::nothingPressed, this, [this] { m_shown.comparison.names.coders.size() < 2 ? m_desk.perform("mergeCopies") : m_desk.goTo(places::team); });
    connect(m_page, &ComparePage::themeChanged, this, [this] {
        showMarks();
        if (!m_settling->isEditing()) // a draft is not thrown away by the evening
            showReadings();
    });
    connect(&filters, &ComparisonFilters::changed, this, &CompareController::applyFilters);
    connect(&filters, &ComparisonFilters::ruleChanged, this, [this](const QString &rule) {
        m_desk.settings.set(Setting::CompareRule, rule);
        refresh();
    });
    connect(&m_page->settling(), &SettlingPanel::reasonGiven, m_page, &ComparePage::focusQueue);
    connect(m_page, &ComparePage::markChosen, this, [this](qint64 key) {
        if (m_shown.group != size_t(key - 1))
            showGroup(size_t(key - 1));
    });
    return m_page;
}

void CompareController::shown()
{
    showNothing();
    if (m_stale)
        refresh();
    page()->focusQueue();
}

/// Reads what is compared anew, on another thread; what is shown stays until it is there.
void CompareController::refresh()
{
    if (!m_workspace.project() || !m_workspace.sight().seesAll()) // part of it would be no comparison
        return;
    m_stale = false;
    const int round = ++m_round;
    page()->setCount(tr("Comparing…"));
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), rule = page()->filters().rule(), again = m_again]() -> Result<Comparison> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? readComparison(*store, rule, again) : std::unexpected(store.error());
    }).then(this, [this, round](Result<Comparison> comparison) {
        if (round == m_round)
            take(std::move(comparison));
    });
}

void CompareController::take(Result<Comparison> comparison)
{
    if (!comparison) {
        m_desk.fail(comparison.error());
        return;
    }
    const ComparedGroup *before = m_shown.current();
    const AnnotationId kept = before ? before->annotations.front().id : AnnotationId();
    m_shown.comparison = std::move(*comparison);
    m_shown.group.reset();
    m_shown.article.reset();
    if (!m_page) // nobody has been here yet
        return;
    {
        const QSignalBlocker quiet(m_page);
        m_model->setComparison(m_shown.comparison.groups, m_shown.comparison.names, m_shown.comparison.standing.rulings);
    }
    QStringList categories;
    for (const Ruling &ruling : m_shown.comparison.standing.rulings)
        categories += ruling.category;
    categories.removeAll(QString());
    categories.removeDuplicates();
    categories.sort();
    m_page->settling().setCategories(categories);
    m_page->filters().setNames(m_shown.comparison.names);
    hideNames(m_namesHidden);
    showNothing();
    applyFilters();
    if (const auto group = groupWith(kept))
        m_page->setCurrentRow(m_model->rowOf(*group));
    m_page->focusQueue();
}

/// What to do where there is nothing to compare; the work of others is not for everybody's eyes.
void CompareController::showNothing()
{
    if (!m_workspace.sight().seesAll())
        page()->setNothing(tr("Not while work is blind"), tr("A set of this study is coded blind: until that ends, only a lead sees what others coded."));
    else if (m_shown.comparison.names.coders.size() < 2)
        page()->setNothing(tr("One coder alone"), tr("Comparing needs the work of two. Merge the copy that somebody else coded."), tr("Merge copies…"));
    else if (m_shown.comparison.groups->empty())
        page()->setNothing(tr("No article was coded by two"), tr("An article counts where two coders annotated it or marked it as done. Assign articles to two coders or more."),
                           tr("Go to Team"));
    else
        page()->setNothing({}, {});
    m_settling->updateActions();
}

void CompareController::follow(const Change &change)
{
    galley::follow(m_shown.comparison.standing, change);
    if (!m_shown.comparison.others.empty()) // what of it was looked at
        m_shown.comparison.others = otherRulings(m_workspace.project()->store()).value_or(std::vector<OtherRuling>());
    const bool onlyRulings = altersOnlyRulings(change);
    m_stale = m_stale || !onlyRulings;
    if (m_page && onlyRulings)
        followRulings(change);
    else if (m_page && m_desk.isAt(places::compare))
        refresh();
}

/// Goes on to what is open, or to what was opened again.
void CompareController::followRulings(const Change &change)
{
    std::optional<size_t> reopened;
    for (const AnyEdit &any : change.edits) {
        if (const auto *edit = std::get_if<Edit<Ruling>>(&any); edit && !edit->after && !reopened)
            reopened = groupWith(edit->before->about.front());
    }
    const int row = m_page->currentRow();
    const std::optional<size_t> here = row >= 0 ? std::optional(m_model->groupAt(row)) : std::nullopt;
    m_shown.group.reset();
    m_model->setRulings(m_shown.comparison.standing.rulings);
    const std::optional<size_t> next = reopened ? reopened : here ? m_model->openAfter(*here) : std::nullopt;
    showCount();
    showMarks();
    const int at = next ? m_model->rowOf(*next) : -1;
    m_page->setCurrentRow(at >= 0 ? at : std::min(row, m_model->rowCount() - 1));
    showRow(m_page->currentRow());
    if (m_page->isVisible() && std::ranges::none_of(m_page->views(), &QWidget::hasFocus))
        m_page->focusQueue(); // the button that was pressed may be gone, and keys are for rulings
}

void CompareController::applyFilters()
{
    const std::optional<size_t> group = m_shown.group;
    m_model->setAccepts(m_page->filters().accepts());
    showCount();
    const int row = group ? m_model->rowOf(*group) : -1;
    m_page->setCurrentRow(row >= 0 ? row : 0);
    showRow(m_page->currentRow());
}

void CompareController::hideNames(bool hidden)
{
    m_namesHidden = hidden;
    std::vector<Coder> coders = m_shown.comparison.names.coders;
    if (hidden) { // in an order that is not that of the names
        std::ranges::sort(coders, {}, &Coder::id);
        for (size_t i = 0; i < coders.size(); ++i)
            coders[i].name = tr("Coder %1").arg(QChar(u'A' + char16_t(i % 26)));
    }
    m_model->setCoderNames(coders);
    if (m_page)
        m_page->filters().setNames(m_model->names());
    showMarks();
    showReadings();
}

int CompareController::differences() const
{
    return int(std::ranges::count_if(*m_shown.comparison.groups, [](const ComparedGroup &group) { return group.kind != Difference::Agreement; }));
}

void CompareController::showCount()
{
    QString count = tr("%1 shown · %2 of %3 disagreements open").arg(m_model->rowCount()).arg(m_model->openCount()).arg(differences());
    if (!m_shown.comparison.others.empty())
        count.prepend(tr("%Ln to look at (L)", nullptr, int(m_shown.comparison.others.size())) + u" · "_s); // first: the line is narrow
    if (m_shown.comparison.again)
        count.prepend(tr("First and again; A ends it · "));
    m_page->setCount(count);
    showWhyNone();
}

/// An empty list says why it is empty.
void CompareController::showWhyNone()
{
    const QStringList narrowing = m_page->filters().narrowing();
    if (m_model->rowCount() > 0 || m_shown.comparison.groups->empty())
        m_page->setNoneListed({}, {});
    else if (differences() == 0)
        m_page->setNoneListed(tr("No disagreement"), tr("All that two coders or more coded is the same. Show All lists what they agree on."));
    else if (narrowing.isEmpty() && m_model->openCount() == 0)
        m_page->setNoneListed(tr("Everything is settled"), tr("What holds is the consensus; File › Export writes it. Show All lists the rulings."));
    else
        m_page->setNoneListed(tr("Nothing fits the choice"), tr("Listed is only: %1.").arg((m_page->filters().onlyOpen() ? QStringList(tr("Open")) + narrowing : narrowing).join(u" · "_s)));
}

std::optional<size_t> CompareController::groupWith(AnnotationId annotation) const
{
    const auto found = std::ranges::find_if(*m_shown.comparison.groups, [&](const ComparedGroup &group) { return std::ranges::contains(group.annotations, annotation, &Annotation::id); });
    return found == m_shown.comparison.groups->end() ? std::nullopt : std::optional(size_t(found - m_shown.comparison.groups->begin()));
}

void CompareController::showRow(int row)
{
    if (row >= 0 && row < m_model->rowCount()) {
        showGroup(m_model->groupAt(row));
        return;
    }
    m_shown.group.reset();
    m_page->settling().clear();
    m_page->guidance().clear();
    m_page->sideBySide().setReadings({});
    m_page->setCurrentMark(0);
    m_settling->updateActions();
}

void CompareController::showGroup(size_t group)
{
    if (m_shown.group == group)
        return;
    m_shown.group = group;
    showArticle(m_shown.current()->article);
    m_page->setCurrentMark(qint64(group) + 1);
    if (const int row = m_model->rowOf(group); row >= 0 && row != m_page->currentRow()) {
        const QSignalBlocker quiet(m_page);
        m_page->setCurrentRow(row);
    }
    showReadings();
    showPrecedents();
}

void CompareController::showReadings()
{
    m_settling->endEditing();
    const ComparedGroup *group = m_shown.current();
    if (!m_page || !group)
        return;
    const ComparisonNames &names = m_model->names();
    const Layer *layer = names.codebook.layer(group->layer);
    ShownGroup shown{signOf(group->kind) + u"  "_s + textOf(group->kind) + (layer ? u" · "_s + layer->name : QString()), {}, settledText(*group, m_shown.comparison.standing, names),
                     otherRulingText(otherRulingOn(m_shown.comparison.others, *group), names), said(*group)};
    for (size_t i = 0; i < names.coders.size(); ++i) {
        if (std::ranges::binary_search(group->coders, names.coders[i].id))
            shown.readings.push_back(readingOf(*group, names.coders[i], int(i), names, isDark(m_page->palette())));
    }
    m_page->settling().showGroup(shown);
    showPair();
}

/// Two whose readings differ, where the user has not said whom to look at.
void CompareController::showPair()
{
    const ComparedGroup *group = m_shown.current();
    if (!m_page || !m_page->isSideBySide())
        return;
    const ComparisonNames &names = m_model->names();
    QStringList coders, readings;
    for (const Coder &coder : names.coders) {
        coders += coder.name;
        if (!group || !std::ranges::binary_search(group->coders, coder.id)) {
            readings += QString();
            continue;
        }
        QStringList parts;
        for (const ShownReading::Part &part : readingOf(*group, coder, 0, names, false).parts)
            parts += (QStringList(part.code) + part.values).join(u" · "_s);
        readings += parts.isEmpty() ? tr("∅ nothing here") : signOf(group->kind) + u' ' + parts.join(u" + "_s);
    }
    SideBySide &pair = m_page->sideBySide();
    pair.setCoders(coders);
    pair.setReadings(readings);
    if (!group)
        return;
    std::vector<CoderId> two = m_page->filters().filter().coders;
    if (two.size() != 2) {
        const std::vector<Reading> different = readingsOf(*group);
        const auto marked = [&](CoderId coder) { return !annotationsOf(*group, coder).empty(); };
        const auto without = std::ranges::find_if_not(group->coders, marked);
        const auto other = std::ranges::find_if(group->coders, [&](CoderId coder) { return coder != different.front().coders.front(); });
        two = {different.front().coders.front(), different.size() > 1 ? different[1].coders.front() : without != group->coders.end() ? *without : *other};
    }
    const auto track = [&](CoderId coder) { return int(std::ranges::find(names.coders, coder, &Coder::id) - names.coders.begin()); };
    const int one = track(two[0]), other = track(two[1]);
    pair.choose(std::min(one, other), std::max(one, other));
}

/// All that anybody chose for it, what most chose first; and of the values that are codes those that only some gave.
std::vector<CodeId> CompareController::codesInQuestion(const ComparedGroup &group) const
{
    std::vector<CodeId> codes;
    const auto add = [&](CodeId code) {
        if (code && !std::ranges::contains(codes, code))
            codes.push_back(code);
    };
    const std::vector<Reading> readings = readingsOf(group);
    for (const Reading &reading : readings)
        std::ranges::for_each(reading.annotations, add, &Annotation::code);
    for (const Reading &reading : readings) {
        for (const Annotation &annotation : reading.annotations) {
            for (const VariableValue &given : annotation.values) {
                const auto gives = [&](const Annotation &other) { return std::ranges::contains(other.values, given); };
                if (const auto *code = std::get_if<CodeId>(&given.value); code && !std::ranges::all_of(group.annotations, gives))
                    add(*code);
            }
        }
    }
    return codes;
}

/// The definitions of the codes that were given, and how the like of any of the codes was settled before.
void CompareController::showPrecedents()
{
    const ComparedGroup *current = m_shown.current();
    if (!m_page || !current)
        return;
    const ComparedGroup &group = *current;
    const auto isWanted = [&](const Precedent &precedent) {
        const bool own = std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return std::ranges::contains(precedent.ruling.about, annotation.id); });
        return !own && std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return annotation.code && concerns(precedent, annotation.code); });
    };
    m_page->guidance().setPrecedents(PrecedentBook::of(m_workspace).shown(isWanted, m_model->names()));
    m_page->guidance().showCodes(m_shown.comparison.names.codebook, codesInQuestion(group));
}

void CompareController::showArticle(ArticleId id)
{
    if (m_shown.article && m_shown.article->article.id == id)
        return;
    auto article = readArticle(m_workspace.project()->store(), id, m_workspace.sight());
    if (!article) {
        m_desk.fail(article.error());
        return;
    }
    m_shown.article = std::move(*article);
    m_page->setPage(pageOf(*m_shown.article));
    m_page->setTitle(m_shown.article->article.title);
    m_page->filters().setArticle(id);
    showMarks();
}

/// All that coders have in the article, a track a coder; what they agree on, and what is settled, stands back.
void CompareController::showMarks()
{
    if (!m_page || !m_shown.article)
        return;
    const ComparisonNames &names = m_model->names();
    const auto &groups = *m_shown.comparison.groups;
    const bool dark = isDark(m_page->palette());
    std::vector<Mark> marks;
    for (size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].article != m_shown.article->article.id)
            continue;
        const bool calm = groups[i].kind == Difference::Agreement || m_model->isSettled(i);
        for (const Annotation &annotation : groups[i].annotations) {
            const auto coder = std::ranges::find(names.coders, annotation.coder, &Coder::id);
            Mark mark{qint64(i) + 1, {}, codeColor(names.codebook, annotation.code, dark), {}, {}, false, annotation.status == AnnotationStatus::Flagged,
                      int(coder - names.coders.begin()), calm};
            mark.label = QStringList{signOf(groups[i].kind), coder->name + u':', names.code(annotation)}.join(u' ');
            mark.detail = (QStringList{mark.label, quoted(shortened(annotation.quote, 60))} + valuesOf(annotation, names)).join(u" · "_s);
            for (const Range &range : annotation.ranges) {
                mark.range = m_shown.article->positions.toUtf16(range);
                marks.push_back(mark);
            }
        }
    }
    m_page->setMarks(marks);
    if (m_shown.group)
        m_page->setCurrentMark(qint64(*m_shown.group) + 1);
}

void CompareController::step(int direction)
{
    if (m_settling->isEditing()) // what is being edited is not thrown away by a key
        return;
    m_page->setCurrentRow(std::clamp(m_page->currentRow() + direction, 0, std::max(0, m_model->rowCount() - 1)));
}

std::vector<CommentThread> CompareController::threadsOn(const ComparedGroup &group) const
{
    std::vector<AnnotationId> ids;
    std::ranges::transform(group.annotations, std::back_inserter(ids), &Annotation::id);
    return threadsAbout(DiscussionBook::of(m_workspace).threads(), ids);
}

/// How much was said about any of the readings, and the last of it.
QString CompareController::said(const ComparedGroup &group) const
{
    const std::vector<CommentThread> threads = threadsOn(group);
    if (threads.empty())
        return {};
    int comments = 0;
    for (const CommentThread &thread : threads)
        comments += int(thread.comments.size());
    const Comment &last = threads.front().last();
    const QString who = m_namesHidden ? QString() : m_workspace.nameOf(last.by) + u": "_s;
    return u"💬 "_s + tr("%Ln comments", nullptr, comments) + u" · "_s + who + quoted(shortened(last.text.simplified(), 120)) + u'\n' + tr("Ctrl+M opens what was said.");
}

/// What was last said about any of the readings; where nothing was, what the coders made of the passage, whoever made it.
CommentSubject CompareController::subjectOf(const ComparedGroup &group) const
{
    if (const std::vector<CommentThread> threads = threadsOn(group); !threads.empty())
        return threads.front().subject();
    CommentSubject subject{group.article, {}};
    std::ranges::transform(group.annotations, std::back_inserter(subject.about), &Annotation::id);
    std::ranges::sort(subject.about);
    return subject;
}

void CompareController::comment()
{
    if (const ComparedGroup *group = m_shown.current())
        m_workspace.discuss(subjectOf(*group));
}

/// The next that copies settled differently, also where the filters leave it out.
void CompareController::stepToOther()
{
    const auto &groups = *m_shown.comparison.groups;
    for (size_t step = 1; step <= groups.size(); ++step) {
        const size_t at = (m_shown.group.value_or(groups.size() - 1) + step) % groups.size();
        if (!otherRulingOn(m_shown.comparison.others, groups[at]))
            continue;
        if (m_model->rowOf(at) < 0)
            page()->filters().showAll(true);
        return m_page->setCurrentRow(m_model->rowOf(at));
    }
    m_desk.say(passing(tr("No copy settled anything otherwise.")));
}

void CompareController::openInReading()
{
    const ComparedGroup *group = m_shown.current();
    if (!group)
        return;
    const AnnotationId annotation = group->annotations.front().id;
    m_desk.goTo(places::read);
    if (const auto opened = m_workspace.openArticle(group->article); !opened) {
        m_desk.fail(opened.error());
        return;
    }
    m_workspace.setCurrent(annotation);
}

Contribution compareArea(Desk &desk)
{
    auto *compare = new CompareController(desk);
    Contribution area;
    area.menus = {{menu::review, compare->settling().actions() + compare->actions(), places::compare}};
    area.places = {{.name = places::compare, .title = CompareController::tr("Compare"), .icon = "compare", .page = [compare] { return compare->page(); },
                    .shown = [compare] { compare->shown(); }}};
    return area;
}

} // namespace galley

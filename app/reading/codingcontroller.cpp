// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codingcontroller.h"

#include "../codebookdoor.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../presentation.h"
#include "../settings.h"

#include <domain/questions.h>
#include <domain/remainder.h>
#include <domain/shortened.h>
#include <panels/codepalette.h>
#include <panels/markchooser.h>
#include <project/annotationedits.h>
#include <project/workspace.h>
#include <text/articleview.h>
#include <domain/textsteps.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace galley {

CodingController::CodingController(Desk &desk, ArticleView &view)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_view(view)
{
    makeActions();
    connect(&m_workspace, &Workspace::articleOpened, this, &CodingController::showPage);
    connect(&m_workspace, &Workspace::articleClosed, this, &CodingController::clearPage);
    connect(&m_workspace, &Workspace::articleOpened, this, &CodingController::recallUse);
    connect(&m_workspace, &Workspace::coderChanged, this, &CodingController::showMarks);
    connect(&m_workspace, &Workspace::coderChanged, this, [this] {
        m_recent.clear();
        m_last.clear();
        m_lastLayer = {};
        recallUse();
    });
    connect(&m_workspace, &Workspace::sightChanged, this, &CodingController::showMarks);
    connect(&m_workspace, &Workspace::changed, this, &CodingController::follow);
    connect(&m_workspace, &Workspace::currentChanged, this, [this] {
        if (m_workspace.current() || m_view.currentMark() > 0) // a suggestion stays chosen: its key is below 0
            m_view.setCurrentMark(m_workspace.current() ? m_workspace.current()->id.value : 0);
        showRoles();
        updateActions();
    });
    connect(&view, &ArticleView::returnPressed, this, &CodingController::passageGiven);
    connect(&view, &ArticleView::currentMarkChanged, this, [this](qint64 key) { m_workspace.setCurrent({std::max<qint64>(key, 0)}); });
    connect(&view, &ArticleView::marksClicked, this, &CodingController::chooseAmong);
    connect(&view, &ArticleView::characterTyped, this, &CodingController::applyKey);
    connect(&view, &QTextEdit::selectionChanged, this, &CodingController::updateActions);
    updateActions();
}

void CodingController::makeActions()
{
    m_paletteAction = makeAction(this, {"codePalette", tr("&Code As…"), "palette", {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); }});
    m_forCurrent = {
        makeAction(this, {"changeCode", tr("C&hange Code…"), "recode", {Qt::Key_F2}, [this] { openRecoding(); }}),
        makeAction(this, {"addRange", tr("&Add Selection to Annotation"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_A}, [this] { addSelectionAsRange(); }}),
        makeAction(this, {"flag", tr("&Flag Annotation"), "flag", {Qt::CTRL | Qt::Key_B}, [this] { toggleFlag(); }}),
        makeAction(this, {"deleteAnnotation", tr("&Delete Annotation"), "delete", {QKeySequence::Delete, Qt::Key_Backspace}, [this] { remove(); }}),
        makeAction(this, {"beginEarlier", tr("Begin One Word &Earlier"), "", {Qt::CTRL | Qt::ALT | Qt::Key_Left}, [this] { resize(true, -1); }}),
        makeAction(this, {"beginLater", tr("Begin One Word &Later"), "", {Qt::CTRL | Qt::ALT | Qt::Key_Right}, [this] { resize(true, 1); }}),
        makeAction(this, {"endEarlier", tr("End One Word Ea&rlier"), "shrink", {Qt::CTRL | Qt::ALT | Qt::Key_Up}, [this] { resize(false, -1); }}),
        makeAction(this, {"endLater", tr("End One Word La&ter"), "grow", {Qt::CTRL | Qt::ALT | Qt::Key_Down}, [this] { resize(false, 1); }}),
    };
    m_codingActions = QList<QAction *>{m_paletteAction} + m_forCurrent;
    m_exampleActions = {
        makeAction(this, {"addExample", tr("Add as &Example of Its Code"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, [this] { addAsExample(ExampleKind::Example); }}),
        makeAction(this, {"addCounterExample", tr("Add as &Counter-Example"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, [this] { addAsExample(ExampleKind::CounterExample); }}),
    };
    m_repeat = makeAction(this, {"repeatCoding", tr("Code as &Last Time"), "recode", {Qt::CTRL | Qt::Key_U}, [this] { repeat(); }});
    m_keepValues = makeToggle(this, {"keepValues", tr("&Keep the Last Values"), "", {}, {}}, m_settings.value(Setting::KeepValues).toBool(), [this](bool on) { m_settings.set(Setting::KeepValues, on); });
    m_keepValues->setToolTip(tr("A new annotation begins with the values that the last one of its layer had."));
    m_goOn = makeToggle(this, {"codeAndNext", tr("Code and &Next Sentence"), "", {}, {}}, m_settings.value(Setting::NextSentence).toBool(), [this](bool on) { m_settings.set(Setting::NextSentence, on); });
    m_goOn->setToolTip(tr("What was coded makes way for the next sentence, selected for the next key."));
    m_movingActions = {
        makeAction(this, {"nextAnnotation", tr("Next &Annotation"), "annotation-next", {Qt::Key_F4, Qt::CTRL | Qt::Key_Period}, [this] { m_view.nextMark(); }}),
        makeAction(this, {"previousAnnotation", tr("Pre&vious Annotation"), "annotation-previous", {Qt::SHIFT | Qt::Key_F4, Qt::CTRL | Qt::Key_Comma}, [this] { m_view.previousMark(); }}),
        makeAction(this, {"cycleAnnotations", tr("Next Annotation &Here"), "", {Qt::Key_F5, Qt::CTRL | Qt::Key_Space}, [this] { m_view.cycleMarks(); }}),
        makeAction(this, {"annotationValues", tr("Va&lues of the Annotation"), "", {Qt::CTRL | Qt::Key_L}, [this] { emit valuesWanted(); }}),
    };
    m_others = makeToggle(this, {"showOthers", tr("Annotations of &Others"), "people", {Qt::Key_F9}, {}}, m_settings.value(Setting::ShowOthers).toBool(),
                          [this](bool on) {
                              m_settings.set(Setting::ShowOthers, on);
                              showMarks();
                          });
    m_copyQuote = makeAction(this, {"copyQuote", tr("Copy &Quote with Source"), "copy", {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, [this] { copyQuote(); }});
}

void CodingController::showPage()
{
    const ArticleId article = m_workspace.article()->article.id;
    const bool again = std::exchange(m_shown, article) == article; // its parts were corrected: the reader stays where they are
    const Utf16Range selected = m_view.selection();
    const int scrolled = m_view.verticalScrollBar()->value();
    m_view.setPage(pageOf(*m_workspace.article()));
    showMarks();
    if (again) {
        m_view.setSelection(selected);
        m_view.verticalScrollBar()->setValue(scrolled);
    }
}

/// What was selected here is nothing in the next article or project.
void CodingController::clearPage()
{
    m_shown = {};
    m_view.setPage({});
    updateActions();
}

bool CodingController::isShown(const Annotation &annotation) const
{
    return annotation.coder == m_workspace.codingAs() || (m_others->isChecked() && m_workspace.sight().sees(annotation));
}

void CodingController::showMarks()
{
    if (!m_workspace.article())
        return;
    {
        const QSignalBlocker quiet(m_view); // the annotation stays chosen while its marks are exchanged
        m_view.setMarks(marksOf(m_workspace, m_others->isChecked(), m_dark));
    }
    m_view.setCurrentMark(m_workspace.current() ? m_workspace.current()->id.value : 0);
    emit marksShown();
    showRoles();
    updateActions();
}

/// What of the chosen annotation's values stands in the text.
void CodingController::showRoles()
{
    const Annotation *current = m_workspace.article() ? m_workspace.current() : nullptr;
    m_view.setRoles(current && isShown(*current) ? rolesOf(*current, m_workspace, m_dark) : std::vector<RoleMark>());
}

void CodingController::follow(const Change &change)
{
    const OpenArticle *open = m_workspace.article();
    if (!open)
        return;
    if (altersCodebook(change)) {
        showMarks();
        return;
    }
    const QSignalBlocker quiet(m_view); // the annotation stays chosen while its marks are exchanged
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        if (!edit)
            continue;
        if (edit->after && edit->after->coder == m_workspace.codingAs())
            noteUse(*edit->after);
        else if (edit->before && !edit->after)
            forgetUse(*edit->before);
        if (edit->before && edit->before->article == open->article.id)
            m_view.removeMarks(edit->before->id.value);
        if (edit->after && edit->after->article == open->article.id && isShown(*edit->after))
            m_view.addMarks(marksOf(*edit->after, m_workspace, m_dark));
    }
    showRoles();
}

void CodingController::setDark(bool dark)
{
    m_dark = dark;
    showMarks();
}

LayerId CodingController::layerOf(CodeId id) const
{
    const Code *code = m_workspace.codebook().code(id);
    const Variable *variable = code ? m_workspace.codebook().variable(code->variable) : nullptr;
    return variable ? variable->layer : LayerId();
}

void CodingController::code(CodeId id)
{
    codeWith(id, m_keepValues->isChecked() ? keptValues(layerOf(id)) : std::vector<VariableValue>());
}

void CodingController::codeWith(CodeId code, const std::vector<VariableValue> &values)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    const Utf16Range selected = trimmed(open->text, m_view.selection());
    if (selected.isEmpty()) {
        tellWhatIsMissing(code);
        return;
    }
    const AnnotationId id = m_workspace.allot<AnnotationTag>();
    NewAnnotation what{id, open->article.id, layerOf(code), m_workspace.codingAs(), code, {open->positions.toCodePoints(selected)}, askedFor(m_workspace.codebook(), layerOf(code), code, values), {}};
    if (!m_workspace.commit(annotate(m_workspace.codebook(), open->measured(), what, m_workspace.stamp().at)))
        return;
    m_workspace.setCurrent(id);
    const qsizetype end = open->positions.toUtf16(m_workspace.current()->extent().end); // it may be wider than what was selected
    m_view.setSelection({end, end}); // what comes next is about the annotation, not about the passage
    if (m_goOn->isChecked())
        selectNextSentence();
    tellWhereNothingCounts(*m_workspace.current());
    if (m_workspace.codebook().variables(what.layer).size() > 1)
        emit coded();
}

/// Those of the last annotation of the layer that can still be given.
std::vector<VariableValue> CodingController::keptValues(LayerId layer) const
{
    const auto last = m_last.find(layer);
    std::vector<VariableValue> values = last == m_last.end() ? std::vector<VariableValue>() : last->second.values;
    std::erase_if(values, [&](const VariableValue &value) {
        const auto *id = std::get_if<CodeId>(&value.value);
        const Code *known = id ? m_workspace.codebook().code(*id) : nullptr;
        const bool isOfItsPlace = std::holds_alternative<Passage>(value.value); // who is quoted there
        return isOfItsPlace || !m_workspace.codebook().variable(value.variable) || (id && (!known || known->retired));
    });
    return values;
}

void CodingController::repeat()
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    const auto last = m_last.find(m_lastLayer);
    if (last == m_last.end()) {
        m_desk.say(passing(tr("Nothing was coded yet that could be repeated.")));
        return;
    }
    if (m_view.selection().isEmpty())
        m_view.selectSentence();
    codeWith(last->second.code, keptValues(m_lastLayer));
}

/// At the end of the text the caret stays where it is.
void CodingController::selectNextSentence()
{
    const Utf16Range here = m_view.selection();
    m_view.moveBySentence(1, false);
    m_view.selectSentence();
    if (m_view.selection().begin < here.end)
        m_view.setSelection({here.end, here.end});
}

void CodingController::focusText()
{
    m_view.setFocus(Qt::OtherFocusReason);
}

std::optional<Passage> CodingController::selectedPassage(const std::vector<Range> &with) const
{
    const OpenArticle *open = m_workspace.article();
    const Utf16Range selected = open ? trimmed(open->text, m_view.selection()) : Utf16Range();
    if (selected.isEmpty())
        return std::nullopt;
    std::vector<Range> ranges = with;
    ranges.push_back(open->positions.toCodePoints(selected));
    return passageIn(open->measured(), ranges);
}

void CodingController::goOnBehindSelection()
{
    const qsizetype end = m_view.selection().end;
    m_view.setSelection({end, end});
}

void CodingController::recode(AnnotationId id, CodeId code)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !open->annotations.contains(id) || !m_workspace.requireCoder())
        return;
    m_workspace.commit(galley::recode(m_workspace.codebook(), open->annotations.at(id), code, m_workspace.stamp().at));
}

void CodingController::tellWhatIsMissing(CodeId code)
{
    const QString name = m_workspace.codebook().path(code);
    Message told = passing(currentIsOurs() ? tr("Nothing is selected, so nothing was coded as “%1”. F2 changes the code of the chosen annotation.").arg(name)
                                           : tr("Nothing is selected, so nothing was coded as “%1”.").arg(name));
    told.topic = QStringLiteral("nothing selected"); // of several keys the last one counts
    m_desk.say(told);
}

void CodingController::tellWhereNothingCounts(const Annotation &annotation)
{
    const Layer *layer = m_workspace.codebook().layer(annotation.layer);
    const OpenArticle &open = *m_workspace.article();
    const Remainder text(open.article.length, leftOut(open.zones, *layer));
    const bool counts = std::ranges::any_of(annotation.ranges, [&](Range range) { return !text.range(range).isEmpty(); });
    if (!counts)
        m_desk.say(passing(tr("“%1” leaves this part out: the annotation is kept, but does not count in agreement.").arg(layer->name)));
}

void CodingController::applyKey(const QString &character)
{
    const Project *project = m_workspace.project();
    const auto &codes = project->codebook().codes();
    const auto code = std::ranges::find_if(codes, [&](const Code &candidate) {
        const Variable *variable = project->codebook().variable(candidate.variable);
        return !candidate.retired && !candidate.key.isEmpty() && candidate.key.compare(character, Qt::CaseInsensitive) == 0 && variable
            && project->codebook().principalVariable(variable->layer) == variable;
    });
    if (code == codes.end())
        return;
    if (m_view.selection().isEmpty() && currentIsOurs() && caretIsAtCurrent())
        recode(m_workspace.current()->id, code->id);
    else
        this->code(code->id);
}

/// A key recodes only what is under the caret: an annotation that was chosen a page ago is not what is meant.
bool CodingController::caretIsAtCurrent() const
{
    const OpenArticle *open = m_workspace.article();
    return std::ranges::any_of(m_workspace.current()->ranges, [&](Range range) {
        const Utf16Range place = open->positions.toUtf16(range);
        return place.begin <= m_view.caret() && m_view.caret() <= place.end;
    });
}

void CodingController::noteUse(const Annotation &annotation)
{
    std::erase(m_recent, annotation.code);
    if (annotation.code)
        m_recent.insert(m_recent.begin(), annotation.code);
    if (annotation.code && !annotation.ranges.empty()) {
        m_last.insert_or_assign(annotation.layer, annotation);
        m_lastLayer = annotation.layer;
    }
}

/// What is taken back is nothing that would be repeated.
void CodingController::forgetUse(const Annotation &annotation)
{
    const auto last = m_last.find(annotation.layer);
    if (last == m_last.end() || last->second.id != annotation.id)
        return;
    m_last.erase(last);
    recallUse();
}

/// What was coded in this article before, after what was used since the program was begun.
void CodingController::recallUse()
{
    if (!m_workspace.article())
        return;
    std::vector<const Annotation *> own;
    for (const auto &[id, annotation] : m_workspace.article()->annotations) {
        if (annotation.coder == m_workspace.codingAs() && annotation.code)
            own.push_back(&annotation);
    }
    std::ranges::sort(own, std::ranges::greater(), &Annotation::modified);
    for (const Annotation *annotation : own) {
        if (!std::ranges::contains(m_recent, annotation->code))
            m_recent.push_back(annotation->code);
        if (!annotation->ranges.empty())
            m_last.try_emplace(annotation->layer, *annotation);
    }
    if (!m_last.empty() && !m_last.contains(m_lastLayer))
        m_lastLayer = std::ranges::max_element(m_last, {}, [](const auto &last) { return last.second.modified; })->first;
}

void CodingController::openPalette()
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    if (m_view.selection().isEmpty()) { // what would be coded is shown before it is
        const Annotation *current = m_workspace.current();
        if (current && current->ranges.size() == 1 && caretIsAtCurrent())
            m_view.setSelection(open->positions.toUtf16(current->ranges.front()));
        else
            m_view.selectWord();
    }
    const QString quote = open->text.sliced(m_view.selection().begin, m_view.selection().length());
    choose(tr("Code %1 as…").arg(quoted(shortened(quote, 40))), {}, [this](CodeId chosen) { code(chosen); });
}

void CodingController::openRecoding()
{
    if (!m_workspace.requireCoder() || !currentIsOurs())
        return;
    const Annotation &current = *m_workspace.current();
    choose(tr("Change “%1” of %2 to…").arg(m_workspace.codebook().path(current.code), quoted(shortened(current.quote, 40))), current.code,
           [this, id = current.id](CodeId chosen) { recode(id, chosen); });
}

void CodingController::choose(const QString &title, CodeId now, std::function<void(CodeId)> then)
{
    if (!m_palette) {
        m_palette = new CodePalette(&m_view);
        connect(m_palette, &CodePalette::codeChosen, this, [this](CodeId chosen) { m_chosen(chosen); });
        connect(m_palette, &CodePalette::newCodeWanted, this, &CodingController::makeCode);
        connect(m_palette, &CodePalette::newCodeProposed, this, &CodingController::propose);
    }
    m_chosen = std::move(then);
    m_palette->setRecent(m_recent);
    m_palette->setNewCodes(whyNotAlterCodebook(m_workspace).isEmpty() ? CodePalette::NewCodes::Created : CodePalette::NewCodes::AskedFor);
    m_palette->open(m_workspace.codebook(), title, m_view.viewport()->mapToGlobal(m_view.cursorRect().bottomLeft()));
    if (now)
        m_palette->setCurrentCode(now);
}

/// It is used at once; what it means is written when there is time for it.
void CodingController::makeCode(VariableId variable, const QString &name)
{
    if (!m_workspace.requireCoder() || !m_workspace.commit(addCodeBelow(m_workspace.codebook(), variable, {}, name)))
        return;
    const auto codes = m_workspace.codebook().children(variable, {});
    const auto made = std::ranges::find(codes, name, [](const Code *code) { return code->name; });
    if (made == codes.end())
        return;
    const CodeId id = (*made)->id;
    m_chosen(id);
    Message told{Message::Info, tr("“%1” is a new code. What it means is still to be written.").arg(name)};
    told.action = {tr("Write It"), [this, id] { emit m_workspace.codeWanted(id); }};
    told.topic = QStringLiteral("new code");
    m_desk.say(told);
}

void CodingController::propose(const QString &name)
{
    const OpenArticle *open = m_workspace.article();
    if (!open)
        return;
    const Utf16Range selected = trimmed(open->text, m_view.selection());
    const QString quote = selected.isEmpty() ? QString() : open->text.sliced(selected.begin, selected.length());
    emit m_workspace.proposalWanted({open->article.id, {}}, quote.isEmpty() ? tr("I miss a code “%1”.").arg(name) : tr("I miss a code “%1”, for %2.").arg(name, quoted(shortened(quote, 200))));
}

void CodingController::addAsExample(ExampleKind kind)
{
    const Annotation *current = m_workspace.current();
    if (!current || !current->code || current->quote.isEmpty() || !m_workspace.requireCoder())
        return;
    if (const QString why = whyNotAlterCodebook(m_workspace); !why.isEmpty()) {
        Message told{Message::Info, why};
        told.action = {tr("Ask for It"), [this, subject = CommentSubject{current->article, {current->id}}] { emit m_workspace.proposalWanted(subject, tr("This would be an example for the codebook.")); }};
        told.topic = QStringLiteral("codebook closed");
        return m_desk.say(told);
    }
    const auto change = addExamples(m_workspace.codebook(), {{current->code, quoteWithSource(current->quote, m_workspace.article()->article)}}, kind);
    if (change && change->isEmpty())
        m_desk.say(passing(tr("It is there already.")));
    else if (m_workspace.commit(change))
        m_desk.say(passing(kind == ExampleKind::Example ? tr("Added to the examples of “%1”.").arg(m_workspace.codebook().path(current->code))
                                                       : tr("Added to what “%1” is not.").arg(m_workspace.codebook().path(current->code))));
}

bool CodingController::currentIsOurs() const
{
    const Annotation *current = m_workspace.current();
    return current && m_workspace.isWritable() && current->coder == m_workspace.codingAs();
}

void CodingController::remove()
{
    if (m_workspace.requireCoder() && currentIsOurs())
        m_workspace.commit(removeAnnotations(m_workspace.codebook(), {*m_workspace.current()}));
}

void CodingController::toggleFlag()
{
    if (!m_workspace.requireCoder() || !currentIsOurs())
        return;
    const bool flagged = m_workspace.current()->status == AnnotationStatus::Flagged;
    m_workspace.commit(setStatus(m_workspace.codebook(), *m_workspace.current(), flagged ? AnnotationStatus::Coded : AnnotationStatus::Flagged, m_workspace.stamp().at));
}

void CodingController::resize(bool begin, int direction)
{
    const OpenArticle *open = m_workspace.article();
    if (!m_workspace.requireCoder() || !currentIsOurs() || m_workspace.current()->ranges.empty())
        return;
    std::vector<Range> ranges = m_workspace.current()->ranges;
    Range &range = begin ? ranges.front() : ranges.back();
    range = open->positions.toCodePoints(withEndMoved(open->text, open->positions.toUtf16(range),
                                                      begin ? RangeEnd::Begin : RangeEnd::End, direction, TextUnit::Word,
                                                      open->article.language));
    m_workspace.commit(setRanges(m_workspace.codebook(), open->measured(), *m_workspace.current(), ranges, m_workspace.stamp().at));
}

void CodingController::addSelectionAsRange()
{
    const OpenArticle *open = m_workspace.article();
    const Utf16Range selected = open ? trimmed(open->text, m_view.selection()) : Utf16Range();
    if (!m_workspace.requireCoder() || !currentIsOurs() || selected.isEmpty())
        return;
    m_workspace.commit(addRange(m_workspace.codebook(), open->measured(), *m_workspace.current(),
                                open->positions.toCodePoints(selected), m_workspace.stamp().at));
}

void CodingController::chooseAmong(const QList<qint64> &keys, QPoint position)
{
    if (!m_chooser) {
        m_chooser = new MarkChooser(&m_view);
        connect(m_chooser, &MarkChooser::chosen, this, [this](qint64 key) { m_view.setCurrentMark(key); });
    }
    std::vector<MarkChoice> choices;
    for (const qint64 key : keys) {
        const std::vector<Mark> marks = m_view.marks(key);
        if (!marks.empty())
            choices.push_back({key, marks.front().color, marks.front().label, marks.front().detail, marks.front().shape});
    }
    m_chooser->open(choices, position);
}

void CodingController::copyQuote()
{
    const OpenArticle *open = m_workspace.article();
    if (!open)
        return;
    const Utf16Range selected = m_view.selection();
    const QString quote = !selected.isEmpty() ? open->text.sliced(selected.begin, selected.length())
        : m_workspace.current()               ? m_workspace.current()->quote
                                              : QString();
    if (!quote.isEmpty())
        QGuiApplication::clipboard()->setText(quoteWithSource(quote, open->article));
}

void CodingController::updateActions()
{
    const bool article = m_workspace.article() != nullptr;
    // Without a coder they say so; a key that does nothing would be a riddle.
    const bool coderMissing = article && m_workspace.isWritable() && !m_workspace.coder();
    const bool ours = currentIsOurs();
    m_paletteAction->setEnabled(article && m_workspace.isWritable());
    m_repeat->setEnabled(article && m_workspace.isWritable());
    for (QAction *action : m_forCurrent)
        action->setEnabled(ours || coderMissing);
    for (QAction *action : m_exampleActions)
        action->setEnabled(m_workspace.current() && m_workspace.current()->code && m_workspace.isWritable());
    for (QAction *action : m_movingActions)
        action->setEnabled(article);
    m_copyQuote->setEnabled(article);
}

} // namespace galley

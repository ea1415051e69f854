// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookplacecontroller.h"

#include "../areas.h"
#include "../codebookdoor.h"
#include "../frame/desk.h"
#include "codebookfilescontroller.h"
#include "codemergingcontroller.h"

#include <base/part.h>
#include <codebookpage/codebookpage.h>
#include <codebookpage/revisionspane.h>
#include <codebookpage/sourceeditor.h>
#include <project/codebookdiff.h>
#include <project/codebookedits.h>
#include <project/codeedits.h>
#include <project/partedits.h>
#include <project/projectfile.h>
#include <project/studychoices.h>
#include <project/workspace.h>
#include <readers/codebook/codebookcompletion.h>
#include <readers/codebook/codebookfile.h>
#include <widgets/theme.h>
#include <writers/codebookwriter.h>

#include <QLocale>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>
#include <map>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

const QString sourceName = u"codebook"_s; ///< as messages on the source name it

/// "codebook:12: reason", line by line.
std::vector<SourceProblem> problemsIn(const QString &message)
{
    static const QRegularExpression placed(u"^codebook:(\\d+): (.*)$"_s);
    std::vector<SourceProblem> problems;
    for (const QString &line : message.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = placed.match(line);
        problems.push_back(match.hasMatch() ? SourceProblem{match.captured(1).toInt(), match.captured(2)} : SourceProblem{0, line});
    }
    return problems;
}

/// A key of the codebook file in words.
QString wordFor(const QString &key)
{
    const std::map<QString, QString> words{{u"name"_s, CodebookPlaceController::tr("name")},
                                           {u"definition"_s, CodebookPlaceController::tr("definition")},
                                           {u"description"_s, CodebookPlaceController::tr("description")},
                                           {u"include"_s, CodebookPlaceController::tr("use it for")},
                                           {u"exclude"_s, CodebookPlaceController::tr("do not use it for")},
                                           {u"examples"_s, CodebookPlaceController::tr("examples")},
                                           {u"counter_examples"_s, CodebookPlaceController::tr("not these")},
                                           {u"parent"_s, CodebookPlaceController::tr("stands below")},
                                           {u"color"_s, CodebookPlaceController::tr("colour")},
                                           {u"key"_s, CodebookPlaceController::tr("key")},
                                           {u"required"_s, CodebookPlaceController::tr("required")},
                                           {u"retired"_s, CodebookPlaceController::tr("retired")},
                                           {u"aliases"_s, CodebookPlaceController::tr("other names")}};
    const auto word = words.find(key);
    return word == words.end() ? QString(key).replace(u'_', u' ') : word->second;
}

QString htmlOf(const std::vector<CodebookDifference> &differences)
{
    QString html;
    for (const CodebookDifference &difference : differences) {
        const QString path = u"<b>%1</b>"_s.arg(difference.path.toHtmlEscaped());
        switch (difference.kind) {
        case CodebookDifference::Kind::Added:
            html += u"<p>+ %1</p>"_s.arg(CodebookPlaceController::tr("%1 is new").arg(path));
            break;
        case CodebookDifference::Kind::Removed:
            html += u"<p>− %1</p>"_s.arg(CodebookPlaceController::tr("%1 is gone").arg(path));
            break;
        case CodebookDifference::Kind::Altered:
            html += u"<p>~ %1"_s.arg(path);
            for (const auto &[key, before, after] : difference.fields)
                html += u"<br>&nbsp;&nbsp;%1: %2 → %3"_s.arg(wordFor(key).toHtmlEscaped(), before.isEmpty() ? u"–"_s : u"<s>%1</s>"_s.arg(before.toHtmlEscaped()),
                                                            after.isEmpty() ? u"–"_s : after.toHtmlEscaped());
            html += u"</p>"_s;
            break;
        }
    }
    return html;
}

/// The newest first, each with what it changed.
std::vector<ShownRevision> shownRevisions(const std::vector<CodebookState> &states, const std::vector<Coder> &coders)
{
    std::vector<ShownRevision> shown;
    for (size_t at = states.size(); at-- > 0;) {
        const CodebookState &state = states[at];
        const auto coder = std::ranges::find(coders, state.coder, &Coder::id);
        QStringList title{CodebookPlaceController::tr("Revision %1").arg(state.codebook.revision())};
        if (state.at.isValid())
            title += QLocale().toString(state.at.toLocalTime(), QLocale::ShortFormat);
        if (coder != coders.end())
            title += coder->name;
        shown.push_back({title.join(u" · "_s), at == 0 ? CodebookPlaceController::tr("As the project began") : state.text,
                         at == 0 ? QString() : htmlOf(differences(states[at - 1].codebook, state.codebook))});
    }
    return shown;
}

/// The first of "New code", "New code 2", … that is free.
QString newName(const QString &first, const std::function<bool(const QString &)> &isTaken)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? first : u"%1 %2"_s.arg(first).arg(number);
        if (!isTaken(name))
            return name;
    }
}

} // namespace

CodebookPlaceController::CodebookPlaceController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_files(new CodebookFilesController(desk))
    , m_merging(new CodeMergingController(desk))
{
    connect(&m_workspace, &Workspace::codeWanted, this, [this](CodeId code) {
        page();
        m_desk.goTo(places::codebook);
        m_page->showCode(code);
    });
    connect(m_files, &CodebookFilesController::proposed, this, &CodebookPlaceController::propose);
    connect(&m_workspace, &Workspace::changed, this, &CodebookPlaceController::follow);
    connect(&m_workspace, &Workspace::coderChanged, this, [this] {
        if (m_page && m_workspace.project())
            show();
    });
    connect(&m_workspace, &Workspace::aboutToMoveOn, this, [this] {
        if (m_page)
            m_page->commit();
    });
    connect(&m_workspace, &Workspace::projectClosed, this, [this] {
        ++m_round;
        m_use.reset();
    });
}

CodebookPage *CodebookPlaceController::page()
{
    if (m_page)
        return m_page;
    m_page = new CodebookPage(&m_desk.window);
    m_page->hide();
    m_page->setUseOf([this](CodeId code) { return useOf(code); });
    m_page->setActions(m_files->actions());
    connect(m_page, &CodebookPage::mergeWanted, m_merging, &CodeMergingController::ask);
    connect(m_page, &CodebookPage::annotationsWanted, &m_workspace, &Workspace::annotationsWanted);
    const auto commit = [this](const Result<Change> &change) {
        if (m_workspace.requireCoder())
            m_workspace.commit(change);
    };
    connect(m_page, &CodebookPage::codeEdited, this, [this, commit](const Code &code) { commit(editCode(m_workspace.codebook(), code)); });
    connect(m_page, &CodebookPage::variableEdited, this, [this](const Variable &variable) {
        commitWithUse([&](const CodebookUse &use) { return editVariable(m_workspace.codebook(), variable, use); });
    });
    connect(m_page, &CodebookPage::layerEdited, this, [this](const Layer &layer) {
        commitWithUse([&](const CodebookUse &use) { return editLayer(m_workspace.codebook(), layer, use); });
    });
    connect(m_page, &CodebookPage::freezeWanted, this, &CodebookPlaceController::freeze);
    connect(m_page, &CodebookPage::revisionsWanted, this, &CodebookPlaceController::readRevisions);
    connect(m_page, &CodebookPage::moveWanted, this, &CodebookPlaceController::move);
    connect(m_page, &CodebookPage::besideWanted, this, &CodebookPlaceController::addBeside);
    connect(m_page, &CodebookPage::belowWanted, this, &CodebookPlaceController::addBelow);
    connect(m_page, &CodebookPage::removeWanted, this, &CodebookPlaceController::remove);
    m_page->source().setComplete([](const QString &text, int caret) {
        const CodebookCompletion completion = completionAt(text, caret);
        return std::pair(completion.begin, completion.words);
    });
    connect(&m_page->source(), &SourceEditor::checkWanted, this, &CodebookPlaceController::checkSource);
    connect(&m_page->source(), &SourceEditor::applied, this, &CodebookPlaceController::applySource);
    connect(&m_page->source(), &SourceEditor::resetWanted, this, [this] { m_page->source().setSource(QString::fromUtf8(codebookToYaml(m_workspace.codebook()))); });
    return m_page;
}

void CodebookPlaceController::shown()
{
    if (!m_workspace.project())
        return;
    show();
    if (!m_use)
        readUse();
    m_page->takeFocus();
}

/// What is being typed in the source stays: it is checked against what the codebook is now.
void CodebookPlaceController::show()
{
    m_page->setCodebook(m_workspace.codebook());
    m_page->setReadOnly(whyNotAlterCodebook(m_workspace));
    m_page->setFrozen(isCodebookFrozen(m_workspace), m_workspace.isWritable() && m_workspace.maySettle());
    if (m_page->isAtRevisions())
        readRevisions();
    if (m_page->source().isAltered() && !m_page->source().source().isEmpty())
        checkSource();
    else
        m_page->source().setSource(QString::fromUtf8(codebookToYaml(m_workspace.codebook())));
}

void CodebookPlaceController::follow(const Change &change)
{
    if (alters<Annotation>(change))
        m_use.reset();
    if (!m_page || !m_desk.isAt(places::codebook))
        return;
    if (!m_use)
        readUse();
    if (altersCodebook(change) || alters<StudyChoice>(change))
        show();
}

void CodebookPlaceController::freeze(bool frozen)
{
    const auto change = m_workspace.project()->store().studyChoices().transform([&](const std::vector<StudyChoice> &choices) { return setCodebookFrozen(choices, frozen); });
    if (!m_workspace.requireCoder() || !m_workspace.commit(change))
        show(); // as it is
}

void CodebookPlaceController::readRevisions()
{
    const int round = ++m_revisionsRound;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project()), coders = m_workspace.coders()] {
        return file.codebookStates().transform([&](const std::vector<CodebookState> &states) { return shownRevisions(states, coders); });
    }).then(this, [this, round](Result<std::vector<ShownRevision>> revisions) {
        if (round != m_revisionsRound)
            return;
        if (!revisions)
            return m_desk.fail(revisions.error());
        m_page->revisions().setRevisions(std::move(*revisions));
    });
}

void CodebookPlaceController::readUse()
{
    const int round = ++m_round;
    QtConcurrent::run([file = ProjectFile(*m_workspace.project())]() -> Result<CodebookUse> {
        const auto store = file.open(); // its own: a store belongs to one thread
        return store ? store->codebookUse() : std::unexpected(store.error());
    }).then(this, [this, round](Result<CodebookUse> use) {
        if (round != m_round)
            return;
        if (!use)
            m_desk.fail(use.error());
        else
            m_use = std::move(*use);
        m_page->setUseOf([this](CodeId code) { return useOf(code); });
        checkSource();
    });
}

QString CodebookPlaceController::useOf(CodeId code) const
{
    if (!m_use)
        return {};
    return std::ranges::binary_search(m_use->codes, code) ? tr("Annotations use this code. They follow when it gets another name, key, colour or place; its definition is then another revision of the codebook.")
                                                          : tr("No annotation uses this code yet.");
}

/// What is refused is shown as it was.
bool CodebookPlaceController::commitWithUse(const std::function<Result<Change>(const CodebookUse &)> &verb)
{
    const auto use = m_use ? Result<CodebookUse>(*m_use) : m_workspace.project()->store().codebookUse();
    const bool done = m_workspace.requireCoder() && m_workspace.commit(use.and_then(verb));
    if (!done)
        m_page->setCodebook(m_workspace.codebook());
    return done;
}

void CodebookPlaceController::addNew(const Result<Change> &change)
{
    if (!m_workspace.requireCoder() || !m_workspace.commit(change))
        return;
    const AnyEdit &first = change->edits.front();
    if (const auto *layer = std::get_if<Edit<Layer>>(&first))
        m_page->nameNew({CodebookTreeModel::LayerKind, layer->after->id.value});
    else if (const auto *variable = std::get_if<Edit<Variable>>(&first))
        m_page->nameNew({CodebookTreeModel::VariableKind, variable->after->id.value});
    else if (const auto *code = std::get_if<Edit<Code>>(&first))
        m_page->nameNew({CodebookTreeModel::CodeKind, code->after->id.value});
}

void CodebookPlaceController::addVariableTo(LayerId layer)
{
    const Codebook &codebook = m_workspace.codebook();
    addNew(addVariable(codebook, layer, newName(tr("New variable"), [&](const QString &name) { return codebook.variable(layer, name) != nullptr; }), VariableType::Code));
}

void CodebookPlaceController::addCodeTo(VariableId variable, CodeId parent)
{
    const Codebook &codebook = m_workspace.codebook();
    const auto siblings = codebook.children(variable, parent);
    const auto isTaken = [&](const QString &name) { return std::ranges::any_of(siblings, [&](const Code *code) { return code->name == name; }); };
    addNew(addCodeBelow(codebook, variable, parent, newName(tr("New code"), isTaken)));
}

void CodebookPlaceController::addBeside(CodebookPart part)
{
    const Codebook &codebook = m_workspace.codebook();
    const Code *code = part.kind == CodebookTreeModel::CodeKind ? codebook.code(CodeId{part.id}) : nullptr;
    const Variable *variable = part.kind == CodebookTreeModel::VariableKind ? codebook.variable(VariableId{part.id}) : nullptr;
    if (code)
        addCodeTo(code->variable, code->parent);
    else if (variable)
        addVariableTo(variable->layer);
    else
        addNew(addLayer(codebook, newName(tr("New layer"), [&](const QString &name) { return codebook.layer(name) != nullptr; }), LayerUnit::Span));
}

void CodebookPlaceController::addBelow(CodebookPart part)
{
    const Code *code = part.kind == CodebookTreeModel::CodeKind ? m_workspace.codebook().code(CodeId{part.id}) : nullptr;
    if (code)
        addCodeTo(code->variable, code->id);
    else if (part.kind == CodebookTreeModel::VariableKind)
        addCodeTo(VariableId{part.id}, {});
    else
        addVariableTo(LayerId{part.id});
}

void CodebookPlaceController::move(CodebookPart part, int direction)
{
    commitWithUse([&](const CodebookUse &use) -> Result<Change> {
        const Codebook &codebook = m_workspace.codebook();
        switch (part.kind) {
        case CodebookTreeModel::LayerKind:
            return moveLayer(codebook, LayerId{part.id}, direction);
        case CodebookTreeModel::VariableKind:
            return moveVariable(codebook, VariableId{part.id}, direction, use);
        case CodebookTreeModel::CodeKind:
            break;
        }
        return moveCode(codebook, CodeId{part.id}, direction);
    });
}

void CodebookPlaceController::remove(CodebookPart part)
{
    commitWithUse([&](const CodebookUse &use) {
        const Codebook &codebook = m_workspace.codebook();
        switch (part.kind) {
        case CodebookTreeModel::LayerKind:
            return removeLayer(codebook, LayerId{part.id}, use);
        case CodebookTreeModel::VariableKind:
            return removeVariable(codebook, VariableId{part.id}, use);
        case CodebookTreeModel::CodeKind:
            break;
        }
        return removeCode(codebook, CodeId{part.id}, use);
    });
}

void CodebookPlaceController::propose(const QString &yaml)
{
    if (const QString why = whyNotAlterCodebook(m_workspace); !why.isEmpty())
        return m_desk.say({Message::Warning, why});
    m_page->commit();
    m_page->propose(yaml);
}

/// As one types: what is wrong with it, else what it would do.
void CodebookPlaceController::checkSource()
{
    if (!m_workspace.project() || !m_page)
        return;
    SourceEditor &source = m_page->source();
    colorSource();
    const auto typed = codebookFromYaml(source.source().toUtf8(), sourceName);
    if (!typed)
        return source.setChecked(problemsIn(typed.error().message), {});
    if (!source.isAltered())
        return source.setChecked({}, {});
    const auto change = adoptCodebook(m_workspace.codebook(), *typed, Adoption::Replace, m_use.value_or(CodebookUse()), idsFrom(m_workspace.project()->store()));
    if (!change)
        return source.setChecked({{0, change.error().message}}, {});
    source.setChecked({}, change->isEmpty() ? tr("It says what the codebook says already, in other words.") : tr("Applying it alters %n parts of the codebook.", nullptr, int(change->edits.size())));
}

/// With what annotations use at this moment, which takes its time where there are many.
void CodebookPlaceController::applySource()
{
    if (!m_workspace.requireCoder())
        return;
    const auto typed = codebookFromYaml(m_page->source().source().toUtf8(), sourceName);
    const auto use = typed ? m_workspace.project()->store().codebookUse() : std::unexpected(typed.error());
    const auto change = use.and_then([&](const CodebookUse &known) {
        return adoptCodebook(m_workspace.codebook(), *typed, Adoption::Replace, known, idsFrom(m_workspace.project()->store()));
    });
    if (!change || !m_workspace.commit(change)) {
        if (!change)
            m_desk.fail(change.error());
        return;
    }
    m_page->source().setSource(QString::fromUtf8(codebookToYaml(m_workspace.codebook()))); // as it is written now
}

void CodebookPlaceController::colorSource()
{
    if (!m_highlighting) {
        const auto entry = partEntry("highlighting", "galleyMakeHighlighting");
        if (!entry)
            return; // it is read without colours
        m_highlighting.reset(reinterpret_cast<GalleyMakeHighlighting *>(*entry)());
    }
    const QStringList lines = m_page->source().source().split(u'\n');
    std::vector<SourceStretch> stretches;
    for (const HighlightedStretch &found : m_highlighting->stretches({lines.begin(), lines.end()}, u"YAML"_s, isDark(m_page->palette()) ? u"Breeze Dark"_s : u"Breeze Light"_s))
        stretches.push_back({found.line, found.offset, found.length, found.foreground, found.bold});
    m_page->source().setStretches(stretches);
}

Contribution codebookArea(Desk &desk)
{
    auto *controller = new CodebookPlaceController(desk);
    Contribution area;
    area.menus = {{menu::fileImport, controller->files().fileActions(), places::codebook}, {menu::filePrint, controller->files().printActions(), places::codebook}};
    area.places = {{.name = places::codebook, .title = CodebookPlaceController::tr("Codebook"), .icon = "codebook", .page = [controller] { return controller->page(); },
                    .shown = [controller] { controller->shown(); }}};
    return area;
}

} // namespace galley

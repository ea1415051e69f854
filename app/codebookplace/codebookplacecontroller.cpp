// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookplacecontroller.h"

#include "../areas.h"
#include "../frame/desk.h"

#include <base/part.h>
#include <codebookpage/codebookpage.h>
#include <codebookpage/sourceeditor.h>
#include <project/codebookedits.h>
#include <project/codeedits.h>
#include <project/projectfile.h>
#include <project/workspace.h>
#include <readers/codebook/codebookfile.h>
#include <widgets/theme.h>
#include <writers/codebookwriter.h>

#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>

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

/// Does the change alter what annotations use, or only the codebook?
bool touchesUse(const Change &change)
{
    return std::ranges::any_of(change.edits, [](const AnyEdit &any) {
        if (const auto *bulk = std::get_if<BulkEdit>(&any))
            return bulk->isOf<Annotation>();
        return std::holds_alternative<Edit<Annotation>>(any);
    });
}

/// A name that none of the siblings has.
QString newName(const Codebook &codebook, VariableId variable, CodeId parent)
{
    const auto siblings = codebook.children(variable, parent);
    const QString first = CodebookPlaceController::tr("New code");
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? first : u"%1 %2"_s.arg(first).arg(number);
        if (std::ranges::none_of(siblings, [&](const Code *code) { return code->name == name; }))
            return name;
    }
}

} // namespace

CodebookPlaceController::CodebookPlaceController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
{
    connect(&m_workspace, &Workspace::changed, this, &CodebookPlaceController::follow);
    connect(&m_workspace, &Workspace::coderChanged, this, [this] {
        if (m_page)
            m_page->setReadOnly(whyNot());
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
    const auto commit = [this](const Result<Change> &change) {
        if (m_workspace.requireCoder())
            m_workspace.commit(change);
    };
    connect(m_page, &CodebookPage::codeEdited, this, [this, commit](const Code &code) { commit(editCode(m_workspace.codebook(), code)); });
    connect(m_page, &CodebookPage::variableEdited, this, [this, commit](const Variable &variable) { commit(editVariable(m_workspace.codebook(), variable)); });
    connect(m_page, &CodebookPage::layerEdited, this, [this, commit](const Layer &layer) { commit(editLayer(m_workspace.codebook(), layer)); });
    connect(m_page, &CodebookPage::moveWanted, this, [this, commit](CodeId code, int direction) { commit(moveCode(m_workspace.codebook(), code, direction)); });
    connect(m_page, &CodebookPage::codeWanted, this, &CodebookPlaceController::addCode);
    connect(m_page, &CodebookPage::removeWanted, this, &CodebookPlaceController::removeCode);
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
    m_page->setReadOnly(whyNot());
    if (!m_use)
        readUse();
    m_page->takeFocus();
}

/// What is being typed in the source stays: it is checked against what the codebook is now.
void CodebookPlaceController::show()
{
    m_page->setCodebook(m_workspace.codebook());
    if (m_page->source().isAltered() && !m_page->source().source().isEmpty())
        checkSource();
    else
        m_page->source().setSource(QString::fromUtf8(codebookToYaml(m_workspace.codebook())));
}

void CodebookPlaceController::follow(const Change &change)
{
    if (touchesUse(change))
        m_use.reset();
    if (!m_page || !m_desk.isAt(places::codebook))
        return;
    if (!m_use)
        readUse();
    if (altersCodebook(change))
        show();
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

QString CodebookPlaceController::whyNot() const
{
    if (!m_workspace.isWritable())
        return tr("The project is open for reading only.");
    return m_workspace.maySettle() || !m_workspace.coder() ? QString() : tr("Only a lead changes the codebook. Ask for a change with Ctrl+M.");
}

void CodebookPlaceController::addCode(VariableId variable, CodeId parent)
{
    if (!m_workspace.requireCoder())
        return;
    const auto change = addCodeBelow(m_workspace.codebook(), variable, parent, newName(m_workspace.codebook(), variable, parent));
    if (m_workspace.commit(change) && change)
        m_page->nameNewCode(std::get<Edit<Code>>(change->edits.front()).after->id);
}

void CodebookPlaceController::removeCode(CodeId code)
{
    const auto use = m_use ? Result<CodebookUse>(*m_use) : m_workspace.project()->store().codebookUse();
    if (m_workspace.requireCoder())
        m_workspace.commit(use.and_then([&](const CodebookUse &known) { return galley::removeCode(m_workspace.codebook(), code, known); }));
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
    area.places = {{.name = places::codebook, .title = CodebookPlaceController::tr("Codebook"), .icon = "codebook", .page = [controller] { return controller->page(); },
                    .shown = [controller] { controller->shown(); }}};
    return area;
}

} // namespace galley

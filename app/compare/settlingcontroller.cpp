// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settlingcontroller.h"

#include "../frame/actions.h"
#include "../frame/contribution.h"
#include "../frame/desk.h"

#include <compare/comparepage.h>
#include <compare/comparisonfilters.h>
#include <compare/editedreading.h>
#include <domain/shortened.h>
#include <panels/codepalette.h>
#include <text/articleview.h>
#include <domain/textsteps.h>

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostKeys = 9; ///< that accept a coder's reading: the digits

/// The annotation an edit begins with: of the reading that most coders share.
const Annotation &draftOf(const ComparedGroup &group)
{
    return readingsOf(group).front().annotations.front();
}

} // namespace

SettlingController::SettlingController(Desk &desk, const ShownComparison &shown, const ComparisonListModel &model)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_shown(shown)
    , m_model(model)
{
    makeActions();
}

void SettlingController::makeActions()
{
    for (int i = 0; i < mostKeys; ++i) {
        m_accept += makeAction(this, {"", {}, "", {Qt::Key(Qt::Key_1 + i)}, [this, i] { accept(i); }});
        m_accept.back()->setObjectName(u"acceptReading%1"_s.arg(i + 1));
    }
    m_union = makeAction(this, {"settleUnion", tr("&Union"), "", {Qt::Key_U}, [this] { settleTogether(RulingHow::Union); }});
    m_intersection = makeAction(this, {"settleIntersection", tr("&Intersection"), "", {Qt::Key_I}, [this] { settleTogether(RulingHow::Intersection); }});
    m_decide = {
        m_union,
        m_intersection,
        makeAction(this, {"settleEdited", tr("&Edit…"), "", {Qt::Key_E}, [this] { beginEditing(); }}),
        makeAction(this, {"settleNobody", tr("&Nothing to Code"), "", {Qt::Key_N}, [this] { settle(nobody()); }}),
    };
    m_takeOther = makeAction(this, {"takeOtherRuling", tr("&Take the Other Ruling"), "", {Qt::Key_T}, [this] { takeOther(); }});
    m_actions = m_accept + m_decide + QList{
        m_takeOther,
        makeAction(this, {"giveReason", tr("Give a &Reason"), "", {Qt::Key_R}, [this] { m_page->settling().focusReason(); }}),
        makeAction(this, {"settleAgreed", tr("Settle What All A&gree On"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_G}, [this] { settleMany({Acceptance::Rule::All}); }}),
        makeAction(this, {"settleMajority", tr("Settle What &Most Agree On"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_M}, [this] { settleMany({Acceptance::Rule::Majority}); }}),
        makeAction(this, {"settleTwo", tr("Settle What at Least &Two Agree On"), "", {}, [this] { settleMany({Acceptance::Rule::AtLeast, 2}); }}),
    };
    updateActions();
}

void SettlingController::attach(ComparePage &page)
{
    m_page = &page;
    SettlingPanel &panel = page.settling();
    panel.setActions(m_accept, m_decide);
    EditedReading &editing = panel.editing();
    for (ArticleView *view : page.views())
        connect(view, &QTextEdit::selectionChanged, this, [this, view] { takePassage(*view); });
    connect(&editing, &EditedReading::codeRequested, this, &SettlingController::chooseCode);
    connect(&editing, &EditedReading::actorRequested, this, &SettlingController::addActor);
    connect(&editing, &EditedReading::accepted, this, &SettlingController::takeEdited);
    connect(&editing, &EditedReading::cancelled, this, &SettlingController::editingEnded);
}

void SettlingController::endEditing()
{
    m_draft.reset();
    updateActions();
}

void SettlingController::updateActions()
{
    const ComparedGroup *group = m_workspace.isWritable() && !m_shown.comparison.again ? m_shown.current() : nullptr;
    const auto &coders = m_model.names().coders;
    for (int i = 0; i < mostKeys; ++i) {
        const bool known = size_t(i) < coders.size();
        m_accept[i]->setText(known ? tr("Accept %1’s Reading").arg(coders[size_t(i)].name) : QString());
        m_accept[i]->setEnabled(known && group && !m_draft && !annotationsOf(*group, coders[size_t(i)].id).empty());
        m_accept[i]->setVisible(known && m_desk.isAt(places::compare));
    }
    for (QAction *action : m_decide)
        action->setEnabled(group && !m_draft);
    m_takeOther->setEnabled(group && !m_draft && otherRulingOn(m_shown.comparison.others, *group));
    for (QAction *action : {m_union, m_intersection})
        action->setEnabled(group && !m_draft && !group->annotations.front().ranges.empty());
}

/// What a team has settled is its lead's word, where it has a lead.
bool SettlingController::maySettle()
{
    if (!m_workspace.requireCoder())
        return false;
    if (m_shown.comparison.again) {
        m_desk.say(passing(tr("What somebody coded once more is measured, not settled.")));
        return false;
    }
    if (m_workspace.maySettle())
        return true;
    m_desk.say({Message::Warning, tr("Only a lead settles what coders did differently.")});
    return false;
}

RulingNote SettlingController::note() const
{
    return {m_workspace.coder()->id, m_workspace.stamp().at, m_page->settling().reason(), m_page->settling().category()};
}

void SettlingController::accept(int coder)
{
    settle(accepted(*m_shown.current(), m_model.names().coders[size_t(coder)].id));
}

void SettlingController::settle(const Result<Decision> &decision)
{
    if (!maySettle())
        return;
    if (!decision) {
        m_desk.say(passing(decision.error().message));
        return;
    }
    if (m_model.isSettled(*m_shown.group))
        settleAnew(*decision);
    else
        commit(*decision);
}

/// Of what any or what all marked. Which code it is to have is asked where they gave several: it is a ruling, and no count makes it.
void SettlingController::settleTogether(RulingHow how)
{
    const auto settleAs = [this, how](const Annotation &as) {
        const auto together = how == RulingHow::Union ? unionOf : intersectionOf;
        settle(together(m_workspace.codebook(), text(), *m_shown.current(), as));
    };
    const std::vector<GivenCode> given = givenIn(*m_shown.current());
    if (given.size() == 1)
        return settleAs(given.front().annotation);
    const ComparisonNames &names = m_model.names();
    auto *menu = new QMenu(m_page);
    menu->setObjectName(u"whichCode"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Which code is to hold"));
    menu->addSection(menu->accessibleName());
    for (size_t i = 0; i < given.size(); ++i) {
        QStringList coders;
        for (const CoderId coder : given[i].coders)
            coders += names.coder(coder);
        const QString what = (QStringList(names.code(given[i].annotation)) + valuesOf(given[i].annotation, names)).join(u" · "_s);
        const QString text = tr("%1 — %2", "a code, and who gave it").arg(what, coders.join(u", "_s)).replace(u'&', u"&&"_s);
        menu->addAction(i < mostKeys ? u"&%1  %2"_s.arg(i + 1).arg(text) : text, this, [this, settleAs, as = given[i].annotation, group = m_shown.group] {
            if (m_shown.group == group)
                settleAs(as);
        });
    }
    menu->setActiveAction(menu->actions().at(1));
    const QWidget &panel = m_page->settling();
    menu->popup(panel.mapToGlobal(QPoint(0, panel.height() / 2)));
}

/// A ruling with its reason is not overwritten by one key: it is said what would go.
void SettlingController::settleAnew(const Decision &decision)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Settled Already"),
                                     tr("A new ruling takes the place of the one there is, and of its reason."), QMessageBox::Cancel, &m_desk.window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *anew = question->addButton(tr("Settle Anew"), QMessageBox::AcceptRole);
    connect(anew, &QPushButton::clicked, this, [this, decision, group = m_shown.group] {
        if (m_shown.group == group)
            commit(decision);
    });
    question->open();
}

/// What the other of two copies settled holds from now on, and what holds now does no longer.
void SettlingController::takeOther()
{
    if (!maySettle())
        return;
    if (const OtherRuling *other = otherRulingOn(m_shown.comparison.others, *m_shown.current()))
        m_workspace.commit(Change(other->instead));
}

bool SettlingController::commit(const Decision &decision)
{
    const bool done = m_workspace.commit(galley::settle(m_workspace.codebook(), *m_shown.current(), decision, note(), m_shown.comparison.standing));
    if (done)
        m_page->settling().clearReason();
    return done;
}

/// Of all that the filters let through, settled or not, agreement or not: what they are set to look at is the scope.
void SettlingController::settleMany(const Acceptance &acceptance)
{
    if (isEditing() || !maySettle())
        return;
    ComparisonFilter scope = m_page->filters().filter();
    scope.kind.reset();
    std::vector<ComparedGroup> groups;
    std::ranges::copy_if(*m_shown.comparison.groups, std::back_inserter(groups), [&](const ComparedGroup &group) { return scope.accepts(group); });
    const Settlement settlement = settleAll(m_workspace.codebook(), groups, acceptance, note(), m_shown.comparison.standing);
    if (settlement.settled > 0 && !m_workspace.commit(settlement.change))
        return;
    m_page->settling().clearReason();
    m_desk.say({Message::Info, tr("%1 passages settled now, %2 before, %3 stay open; those that were agreed on are counted too.").arg(settlement.settled).arg(settlement.before).arg(settlement.open), {},
                {}, 8, u"settled"_s});
}

void SettlingController::beginEditing()
{
    if (!maySettle())
        return;
    m_draft = draftOf(*m_shown.current());
    m_draft->memo.clear();
    SettlingPanel &panel = m_page->settling();
    panel.setEditing(true);
    panel.editing().begin(*m_draft, m_workspace.codebook(), m_workspace.actors());
    panel.editing().setPassage(m_draft->quote);
    updateActions();
}

/// What is selected in the text while editing is what it will be of.
void SettlingController::takePassage(const ArticleView &view)
{
    if (!m_draft || view.selection().isEmpty() || m_draft->ranges.empty())
        return;
    const Utf16Range selected = trimmed(m_shown.article->text, view.selection());
    m_draft->ranges = {m_shown.article->positions.toCodePoints(selected)};
    m_page->settling().editing().setPassage(m_shown.article->text.sliced(selected.begin, selected.length()));
}

void SettlingController::chooseCode()
{
    if (!m_palette) {
        m_palette = new CodePalette(m_page);
        connect(m_palette, &CodePalette::codeChosen, this, &SettlingController::takeCode);
    }
    m_palette->open(m_workspace.codebook(), tr("%1 is to be…").arg(quoted(shortened(m_draft->quote, 40))), m_page->settling().editing().mapToGlobal(QPoint(0, 0)));
    m_palette->setCurrentCode(m_draft->code);
}

void SettlingController::takeCode(CodeId code)
{
    const Variable *variable = m_workspace.codebook().variable(m_workspace.codebook().code(code)->variable);
    if (m_draft && variable->layer == m_draft->layer)
        m_page->settling().editing().setCode(code);
    else
        m_desk.say(passing(tr("“%1” is a code of another layer.").arg(m_workspace.codebook().path(code))));
}

/// An actor who was named for the first time is in the project at once, whatever becomes of the ruling.
void SettlingController::addActor(VariableId variable, const QString &name)
{
    Change change;
    const ActorId actor = m_workspace.actorNamed(name, change);
    const Variable *known = m_workspace.codebook().variable(variable);
    if (!actor || !known || (!change.isEmpty() && !m_workspace.commit(change)))
        return;
    EditedReading &editing = m_page->settling().editing();
    std::vector<VariableValue> values = editing.draft().values;
    if (!known->multiple)
        std::erase_if(values, [=](const VariableValue &value) { return value.variable == variable; });
    values.push_back({variable, actor});
    editing.setValues(values, m_workspace.actors());
}

void SettlingController::takeEdited()
{
    Annotation draft = m_page->settling().editing().draft();
    draft.ranges = m_draft->ranges;
    settle(edited(m_workspace.codebook(), text(), *m_shown.current(), {draft}));
}

} // namespace galley

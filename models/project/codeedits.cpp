// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeedits.h"

#include "codebookedits.h"
#include "edittexts.h"
#include "partedits.h"

#include <domain/codepath.h>

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Keys apply the codes of principal variables; there each has one use.
Result<> keyIsFree(const Codebook &codebook, const Code &code)
{
    if (code.key.isEmpty())
        return {};
    if (code.key.size() != 1 || code.key.front().isSpace())
        return failed(Edits::tr("A key is one letter, digit or sign."));
    for (const Code &other : codebook.codes()) {
        if (other.id != code.id && other.key.compare(code.key, Qt::CaseInsensitive) == 0)
            return failed(Edits::tr("The key “%1” is that of “%2”.").arg(code.key, codebook.path(other.id)));
    }
    return {};
}

Result<> colorIsOne(const QString &color)
{
    static const QRegularExpression hexadecimal(u"^#[0-9a-fA-F]{6}$"_s);
    if (color.isEmpty() || hexadecimal.match(color).hasMatch())
        return {};
    return failed(Edits::tr("A colour is written #rrggbb."));
}

/// The last place among the codes below a parent, and one more.
int nextPosition(const Codebook &codebook, VariableId variable, CodeId parent)
{
    const auto siblings = codebook.children(variable, parent);
    return siblings.empty() ? 1 : std::ranges::max(siblings, {}, &Code::position)->position + 1;
}

/// One that depends on the code or begins with it.
const Variable *variableThatNames(const Codebook &codebook, CodeId code)
{
    const auto names = [&](const Condition &condition) { return std::ranges::contains(condition.anyOf, Value(code), &VariableValue::value); };
    for (const Variable &variable : codebook.variables()) {
        if (variable.standard == Value(code) || names(variable.shownWhen) || names(variable.requiredWhen))
            return &variable;
    }
    return nullptr;
}

/// The code and all below it, parents first.
std::vector<Code> withDescendants(const Codebook &codebook, const Code &code)
{
    std::vector<Code> codes{code};
    for (const Code *child : codebook.children(code.variable, code.id))
        std::ranges::move(withDescendants(codebook, *child), std::back_inserter(codes));
    return codes;
}

} // namespace

Result<Change> editCode(const Codebook &codebook, Code after)
{
    const Code *before = codebook.code(after.id);
    if (!before)
        return failed(Edits::tr("The code is not in the codebook any more."));
    after.name = after.name.simplified();
    const auto siblings = codebook.children(before->variable, before->parent);
    const bool taken = std::ranges::any_of(siblings, [&](const Code *other) { return other->id != after.id && other->name == after.name; });
    const auto fits = nameIsFree(after.name, taken).and_then([&] { return keyIsFree(codebook, after); }).and_then([&] { return colorIsOne(after.color); });
    if (!fits)
        return std::unexpected(fits.error());
    if (after == *before)
        return Change();
    const QString path = codebook.path(after.id);
    const QString text = after.name == before->name ? Edits::tr("Edit code “%1”").arg(path) : Edits::tr("Rename code “%1” to “%2”").arg(path, after.name);
    return Change{text, {modified(*before, std::move(after))}};
}

Result<Change> addExamples(const Codebook &codebook, const std::vector<CodeExample> &examples, ExampleKind kind)
{
    std::map<CodeId, Code> after;
    int added = 0;
    for (const auto &[id, text] : examples) {
        const Code *before = codebook.code(id);
        if (!before)
            return failed(Edits::tr("The code is not in the codebook any more."));
        Code &code = after.try_emplace(id, *before).first->second;
        QStringList &texts = kind == ExampleKind::Example ? code.examples : code.counterExamples;
        const QString line = text.simplified();
        if (line.isEmpty() || texts.contains(line))
            continue;
        texts += line;
        ++added;
    }
    if (added == 0)
        return Change();
    const QString path = codebook.path(after.begin()->first);
    Change change{after.size() > 1                     ? Edits::tr("Add %n examples to the codebook", nullptr, added)
                      : kind == ExampleKind::Example ? Edits::tr("Add %n examples of “%1”", nullptr, added).arg(path)
                                                     : Edits::tr("Add %n counter-examples of “%1”", nullptr, added).arg(path),
                  {}};
    for (auto &[id, code] : after) {
        if (code != *codebook.code(id))
            change.edits.emplace_back(modified(*codebook.code(id), std::move(code)));
    }
    return change;
}

Result<Change> addCodeBelow(const Codebook &codebook, VariableId variable, CodeId parent, const QString &name)
{
    const QString own = name.simplified();
    const auto siblings = codebook.children(variable, parent);
    const bool taken = std::ranges::any_of(siblings, [&](const Code *other) { return other->name == own; });
    if (const auto fits = nameIsFree(own, taken); !fits)
        return std::unexpected(fits.error());
    return addCode(codebook, variable, pathBelow(parent ? codebook.path(parent) : QString(), own));
}

Result<Change> removeCode(const Codebook &codebook, CodeId id, const CodebookUse &use)
{
    const Code *code = codebook.code(id);
    if (!code)
        return failed(Edits::tr("The code is not in the codebook any more."));
    Change change{Edits::tr("Remove code “%1”").arg(codebook.path(id)), {}};
    std::vector<Code> codes = withDescendants(codebook, *code);
    for (const Code &gone : codes) {
        if (std::ranges::binary_search(use.codes, gone.id))
            return failed(Edits::tr("“%1” is used by annotations. Give them another code first.").arg(codebook.path(gone.id)));
        if (const Variable *variable = variableThatNames(codebook, gone.id))
            return failed(Edits::tr("“%1” is what “%2” depends on or begins with. Change that first.").arg(codebook.path(gone.id), variable->name));
    }
    for (Code &gone : codes | std::views::reverse) // nothing stands below what is not there
        change.edits.emplace_back(removed(std::move(gone)));
    return change;
}

Change moveCode(const Codebook &codebook, CodeId id, int direction)
{
    const Code *code = codebook.code(id);
    if (!code)
        return {};
    std::vector<const Code *> order = codebook.children(code->variable, code->parent);
    const auto at = std::ranges::find(order, id, &Code::id) - order.begin();
    const auto to = at + direction;
    if (to < 0 || to >= std::ssize(order))
        return {};
    std::swap(order[size_t(at)], order[size_t(to)]);
    Change change{Edits::tr("Move code “%1”").arg(codebook.path(id)), {}};
    for (size_t place = 0; place < order.size(); ++place) { // positions may have gaps, or be the same
        Code after = *order[place];
        after.position = int(place) + 1;
        if (after != *order[place])
            change.edits.emplace_back(modified(*order[place], std::move(after)));
    }
    return change;
}

Result<Change> moveCodeBelow(const Codebook &codebook, CodeId id, CodeId parent)
{
    const Code *code = codebook.code(id);
    const Code *above = codebook.code(parent);
    if (!code || (parent && (!above || above->variable != code->variable)))
        return failed(Edits::tr("A code can only stand below a code of its own variable."));
    if (code->parent == parent)
        return Change();
    for (const Code *up = above; up; up = codebook.code(up->parent)) {
        if (up->id == id)
            return failed(Edits::tr("A code cannot stand below itself."));
    }
    const auto siblings = codebook.children(code->variable, parent);
    const bool taken = std::ranges::any_of(siblings, [&](const Code *other) { return other->name == code->name; });
    if (const auto fits = nameIsFree(code->name, taken); !fits)
        return std::unexpected(fits.error());
    Code after = *code;
    after.parent = parent;
    after.position = nextPosition(codebook, code->variable, parent);
    return Change{Edits::tr("Move code “%1”").arg(codebook.path(id)), {modified(*code, std::move(after))}};
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builtincodebooks.h"

#include "codebookfile.h"

#include <readers/readertext.h>

#include <QFile>

#include <algorithm>

// Outside the namespace, as the macro demands.
static void initResources()
{
    Q_INIT_RESOURCE(codebooks);
}

namespace galley {

namespace {

using namespace Qt::StringLiterals;

} // namespace

std::vector<BuiltInCodebook> builtInCodebooks()
{
    return {
        {u"default"_s, Readers::tr("Framing and stance"),
            Readers::tr(
                "The fifteen policy frames and the stance towards a target, on spans; relevance, dominant frame and tone of the whole article.")},
        {u"policy-frames"_s, Readers::tr("Policy frames"),
            Readers::tr("The fifteen frame dimensions of Boydstun, Gross, Resnik and Smith, on spans.")},
        {u"generic-frames"_s, Readers::tr("Generic frames"),
            Readers::tr("Twenty yes/no questions for five generic news frames after Semetko and Valkenburg, on whole articles.")},
        {u"entman"_s, Readers::tr("Framing functions"),
            Readers::tr(
                "What a frame does after Entman: defines a problem, names causes, judges, and recommends a treatment; on spans.")},
        {u"stance"_s, Readers::tr("Stance"), Readers::tr("Who is for or against what, and whose voice says so; on spans.")},
        {u"attribution"_s, Readers::tr("Attribution"),
            Readers::tr("Who is quoted or reported: source, cue and content of each attribution, pointed to in the text.")},
        {u"statements"_s, Readers::tr("Statements"),
            Readers::tr("Statements as discourse network analysis codes them: actor, organisation, concept, agreement; on spans.")},
    };
}

Result<Codebook> builtInCodebook(QStringView name)
{
    initResources();
    const auto all = builtInCodebooks();
    QFile file(u":/galley/codebooks/%1.yaml"_s.arg(name));
    if (std::ranges::find(all, name, &BuiltInCodebook::name) == all.end() || !file.open(QIODevice::ReadOnly)) {
        QStringList names;
        for (const BuiltInCodebook &one : all)
            names.push_back(one.name);
        return failed(Readers::tr("There is no built-in codebook “%1”; there are %2.").arg(name, names.join(", "_L1)));
    }
    return codebookFromYaml(file.readAll(), file.fileName());
}

} // namespace galley

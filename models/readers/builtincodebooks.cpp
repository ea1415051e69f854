// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builtincodebooks.h"

#include "codebookfile.h"

#include <QCoreApplication>
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

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::BuiltInCodebooks)
};

} // namespace

std::vector<BuiltInCodebook> builtInCodebooks()
{
    return {
        {u"default"_s, Tr::tr("Framing and stance"),
            Tr::tr(
                "The fifteen policy frames and the stance towards a target, on spans; relevance, dominant frame and tone of the whole article.")},
        {u"policy-frames"_s, Tr::tr("Policy frames"),
            Tr::tr("The fifteen frame dimensions of Boydstun, Gross, Resnik and Smith, on spans.")},
        {u"generic-frames"_s, Tr::tr("Generic frames"),
            Tr::tr("Twenty yes/no questions for five generic news frames after Semetko and Valkenburg, on whole articles.")},
        {u"entman"_s, Tr::tr("Framing functions"),
            Tr::tr(
                "What a frame does after Entman: defines a problem, names causes, judges, and recommends a treatment; on spans.")},
        {u"stance"_s, Tr::tr("Stance"), Tr::tr("Who is for or against what, and whose voice says so; on spans.")},
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
        return failed(Tr::tr("There is no built-in codebook “%1”; there are %2.").arg(name, names.join(", "_L1)));
    }
    return codebookFromYaml(file.readAll(), file.fileName());
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Codes a copy of a project by hand, as it were: each annotation is an entry of the history. `bench_codedcopy PROJECT CODER COUNT`
#include "taken.h"

#include <base/random.h>
#include <domain/textpositions.h>
#include <project/annotationedits.h>
#include <project/coderedits.h>
#include <store/projectstore.h>

using namespace galley;

int main(int count, char **arguments)
{
    QStringList given;
    for (int argument = 1; argument < count; ++argument)
        given += QString::fromLocal8Bit(arguments[argument]);
    if (given.size() != 3)
        return 2;
    ProjectStore store = taken(ProjectStore::open(given[0], ProjectStore::Mode::ReadWrite));
    const QDateTime at = QDateTime::currentDateTimeUtc();
    const Change addition = taken(addCoder(taken(store.coders()), given[1]));
    taken(store.apply(addition, {{}, at}));
    const CoderId coder = coderIn(addition).id;
    const Codebook codebook = taken(store.codebook());
    const Layer &layer = codebook.layers().front();
    const auto codes = codebook.codes(codebook.principalVariable(layer.id)->id);
    const std::vector<Article> articles = taken(store.articles());
    const int wanted = given[2].toInt();
    Random random(20261130, quint64(coder.value));
    for (size_t place = 0; place < articles.size(); ++place) { // spread evenly: so many in each article
        const QString text = taken(store.text(articles[place].id));
        const TextPositions positions(text);
        const qint64 length = qint64(positions.codePoints());
        const auto all = qint64(articles.size()), here = (qint64(place) + 1) * wanted / all - qint64(place) * wanted / all;
        for (qint64 made = 0; made < here; ++made) {
            const qint64 begin = random.below(quint32(length - 40)), end = begin + 10 + random.below(30);
            taken(store.apply(taken(annotate(codebook, {text, positions},
                                             {store.allot<AnnotationTag>(), articles[place].id, layer.id, coder, codes[random.below(quint32(codes.size()))]->id, {{begin, end}}, {}, {}}, at)),
                              {coder, at}));
        }
    }
    return 0;
}

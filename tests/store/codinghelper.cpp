// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/projectstore.h>

#include <QCoreApplication>

#include <cstdio>

/// Codes until it is killed, and says each action once it is durable: "codinghelper PROJECT COUNT".
int main(int argc, char **argv)
{
    using namespace galley;
    const QCoreApplication application(argc, argv);
    auto store = ProjectStore::open(application.arguments().at(1), ProjectStore::Mode::ReadWrite);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message));
        return 1;
    }
    const int count = application.arguments().at(2).toInt();
    for (int action = 0; action < count; ++action) {
        Annotation row;
        row.id = store->allot<AnnotationTag>();
        row.uuid = QUuid::createUuid();
        row.article = {1};
        row.layer = {1};
        row.coder = {1};
        row.code = {1 + action % 3};
        row.ranges = {{0, 9}};
        row.quote = QStringLiteral("Ministers");
        row.created = QDateTime::currentDateTimeUtc();
        row.modified = row.created;
        if (!store->apply({QStringLiteral("Code"), {added(row)}}, {CoderId{1}, row.created}))
            return 1;
        std::printf("%s\n", row.uuid.toString(QUuid::WithoutBraces).toLatin1().constData());
        std::fflush(stdout);
    }
    return 0;
}

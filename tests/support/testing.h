// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <functional>
#include <memory>
#include <string>

/// The tests of one folder are one program: `tests_readers tst_decoding [what Qt Test takes]` runs the class of tst_decoding.cpp.
namespace galley::testing {

using Run = std::function<int(int count, char **arguments)>;

/// Makes the class of `file` known under the file's name.
bool add(const char *file, Run run);

/// With an application, because events, settings and plugins need one; without, for what is pure.
template<typename Class, typename Application = void>
int run(int count, char **arguments)
{
    if constexpr (std::is_void_v<Application>) {
        Class test;
        return QTest::qExec(&test, count, arguments);
    } else {
        Application application(count, arguments);
        application.setAttribute(Qt::AA_Use96Dpi, true);
        Class test;
        QTEST_SET_MAIN_SOURCE_PATH
        return QTest::qExec(&test, count, arguments);
    }
}

} // namespace galley::testing

#define GALLEY_TEST_IN(Class, Application) \
    static const bool registered##Class = galley::testing::add(__FILE__, galley::testing::run<Class, Application>);
#define GALLEY_PURE_TEST(Class) GALLEY_TEST_IN(Class, void)
#define GALLEY_TEST(Class) GALLEY_TEST_IN(Class, QCoreApplication)
#define GALLEY_WINDOW_TEST(Class) GALLEY_TEST_IN(Class, QApplication)

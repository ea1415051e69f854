// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing.h"

#include <cstdio>
#include <filesystem>
#include <map>

namespace galley::testing {

namespace {

std::map<std::string, Run> &known()
{
    static std::map<std::string, Run> classes;
    return classes;
}

} // namespace

bool add(const char *file, Run run)
{
    return known().emplace(std::filesystem::path(file).stem().string(), std::move(run)).second;
}

} // namespace galley::testing

int main(int count, char **arguments)
{
    const auto &classes = galley::testing::known();
    const auto found = count > 1 ? classes.find(arguments[1]) : classes.end();
    if (found == classes.end()) {
        std::fprintf(stderr, "usage: %s TEST [OPTIONS OF QT TEST]; the tests:\n", arguments[0]);
        for (const auto &[name, run] : classes)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    arguments[1] = arguments[0];
    return found->second(count - 1, arguments + 1);
}

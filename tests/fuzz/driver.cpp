// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

// Stands in for libFuzzer where there is none: every seed as it is, then mutations, always the same ones in the same
// order, until the time is up. The input at work is kept in a file, so that a crash leaves it behind.
//   fuzz_x [--seconds N] FOLDER|FILE…

namespace {

using Bytes = std::vector<uint8_t>;
namespace fs = std::filesystem;

Bytes contents(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

class Mutator
{
public:
    explicit Mutator(std::vector<Bytes> seeds)
        : m_seeds(std::move(seeds))
    {
    }

    Bytes next()
    {
        Bytes bytes = m_seeds[below(m_seeds.size())];
        for (size_t steps = 1 + below(6); steps > 0; --steps)
            mutate(bytes);
        return bytes;
    }

private:
    size_t below(size_t limit) { return limit ? size_t(m_random() % limit) : 0; }

    void mutate(Bytes &bytes)
    {
        static const std::string telling[]
            = {"\"", "'", "<", ">", "</", "{", "}", "[", "]", ",", ";", "\t", "\r\n", "\n", "\\u", "\\ud83d", "&#x", "- ", ": ",
                "*a", "&a ", "\xEF\xBB\xBF", "\xFF\xFE", std::string(1, '\0'), "\xC3", "\xF0\x9F\x98\x80", "\xED\xA0\x80", "-1",
                "99999999999999999999", "1e400", "<div>", "<b>", "<table>", "<svg>", "©", "(Reuters) - ", "REUTERS/"};
        const auto at = [&] { return bytes.begin() + std::ptrdiff_t(below(bytes.size() + 1)); };
        switch (below(8)) {
        case 0:
            if (!bytes.empty())
                bytes[below(bytes.size())] ^= uint8_t(1u << below(8));
            break;
        case 1:
            if (!bytes.empty())
                bytes[below(bytes.size())] = uint8_t(below(256));
            break;
        case 2: {
            const std::string &word = telling[below(std::size(telling))];
            bytes.insert(at(), word.begin(), word.end());
            break;
        }
        case 3: { // repeat a part, many times over
            if (bytes.empty())
                break;
            const size_t from = below(bytes.size());
            const Bytes part(bytes.begin() + std::ptrdiff_t(from),
                bytes.begin() + std::ptrdiff_t(std::min(bytes.size(), from + 1 + below(40))));
            for (size_t times = 1 + below(below(10) == 0 ? 300 : 5); times > 0 && bytes.size() < 100'000; --times)
                bytes.insert(bytes.begin() + std::ptrdiff_t(from), part.begin(), part.end());
            break;
        }
        case 4: { // drop a part
            const size_t from = below(bytes.size());
            bytes.erase(
                bytes.begin() + std::ptrdiff_t(from), bytes.begin() + std::ptrdiff_t(std::min(bytes.size(), from + below(60))));
            break;
        }
        case 5:
            bytes.resize(below(bytes.size() + 1));
            break;
        case 6: { // go on as another seed does
            const Bytes &other = m_seeds[below(m_seeds.size())];
            bytes.resize(below(bytes.size() + 1));
            bytes.insert(bytes.end(), other.begin() + std::ptrdiff_t(below(other.size())), other.end());
            break;
        }
        default:
            bytes.insert(at(), below(30), uint8_t(below(256)));
        }
    }

    std::vector<Bytes> m_seeds;
    std::mt19937_64 m_random{20260101};
};

void run(const Bytes &bytes, const fs::path &kept)
{
    std::ofstream(kept, std::ios::binary).write(reinterpret_cast<const char *>(bytes.data()), std::streamsize(bytes.size()));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int count, char **arguments)
{
    std::vector<Bytes> seeds;
    int seconds = 3;
    for (int at = 1; at < count; ++at) {
        const std::string argument = arguments[at];
        if (argument == "--seconds" && at + 1 < count) {
            seconds = std::atoi(arguments[++at]);
        } else if (fs::is_directory(argument)) {
            for (const auto &entry : fs::directory_iterator(argument))
                seeds.push_back(contents(entry.path()));
        } else {
            seeds.push_back(contents(argument));
        }
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "usage: %s [--seconds N] FOLDER|FILE…\n", arguments[0]);
        return 2;
    }
    std::sort(seeds.begin(), seeds.end()); // folders list in any order
    const fs::path kept = fs::path(arguments[0]).filename().string() + ".last-input";
    for (const Bytes &seed : seeds)
        run(seed, kept);
    Mutator mutator(seeds);
    long runs = 0;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    for (; std::chrono::steady_clock::now() < end; ++runs) {
        const auto begin = std::chrono::steady_clock::now();
        run(mutator.next(), kept);
        if (std::chrono::steady_clock::now() - begin > std::chrono::seconds(20)) {
            std::fprintf(stderr, "one input took more than 20 seconds; it is in %s\n", kept.c_str());
            return 1;
        }
    }
    fs::remove(kept);
    std::printf("%zu seeds, %ld mutations\n", seeds.size(), runs);
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parallel.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace galley {

bool inParallel(qsizetype count, const std::function<void(qsizetype)> &work, const Proceed &proceed, int threads)
{
    const qsizetype wanted = threads > 0 ? threads : qMax(1u, std::thread::hardware_concurrency());
    std::atomic<qsizetype> begun = 0;
    std::atomic<qsizetype> done = 0;
    std::atomic<bool> stop = false;
    std::mutex mutex;
    std::condition_variable finished;
    const auto run = [&] {
        for (qsizetype i = begun++; i < count && !stop; i = begun++) {
            work(i);
            if (++done == count) {
                const std::lock_guard lock(mutex);
                finished.notify_all();
            }
        }
    };
    // Without anybody to ask, the calling thread works too and few tasks start no thread at all.
    std::vector<std::jthread> workers;
    for (qsizetype i = proceed ? 0 : 1; i < qMin(wanted, count); ++i)
        workers.emplace_back(run);
    if (!proceed) {
        run();
        return true;
    }
    std::unique_lock lock(mutex);
    while (done < count && !stop) {
        finished.wait_for(lock, std::chrono::milliseconds(50), [&] { return done == count; });
        if (!proceed(double(done) / double(count)))
            stop = true;
    }
    return !stop;
}

} // namespace galley

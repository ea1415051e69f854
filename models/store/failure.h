// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <SQLiteCpp/Exception.h>

#include <QCoreApplication>

#include <exception>
#include <type_traits>

namespace galley {

/// Where the store's user texts are translated.
struct Store
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// How a refusal travels inside the store: thrown with its words, caught at the door.
struct Failure : std::exception
{
    explicit Failure(QString message, QString detail = {})
        : error{std::move(message), std::move(detail)}
    {
    }
    explicit Failure(Error error)
        : error(std::move(error))
    {
    }
    const char *what() const noexcept override { return "galley::Failure"; }

    Error error;
};

/// In words, with SQLite's own as the detail.
Error errorFrom(const SQLite::Exception &exception);
Error errorFrom(const std::exception &exception);

/// Does `work` and turns whatever it throws into an Error of the project: nothing throws out of the store.
template<typename Work>
auto attempt(Work &&work) -> Result<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Failure &failure) {
        return std::unexpected(Error{failure.error.message, failure.error.detail, ErrorKind::Project});
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(errorFrom(exception));
    } catch (const std::exception &exception) {
        return std::unexpected(errorFrom(exception));
    }
}

/// The value, or the error thrown on: for calls between parts of the store.
template<typename T>
T required(Result<T> result)
{
    if (!result)
        throw Failure(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace galley

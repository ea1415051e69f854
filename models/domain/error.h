// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace galley {

/// Is what was given wrong, so that work can go on with what else there is, or can the project not be read or written?
enum class ErrorKind { Input, Project };

/// What went wrong, in words the user can read, with the technical detail kept apart.
struct Error
{
    QString message;
    QString detail;
    ErrorKind kind = ErrorKind::Input;
};

template<typename T = void>
using Result = std::expected<T, Error>;

/// `return failed(tr("…"));`
inline std::unexpected<Error> failed(QString message, QString detail = {})
{
    return std::unexpected(Error{std::move(message), std::move(detail)});
}

} // namespace galley

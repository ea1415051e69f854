// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace galley {

/// Parses one object after the other into Qt's values, in memory that it keeps. It takes only what RFC 8259 allows and says
/// nothing of what it refuses: for that, and for what is a little outside of it (a surrogate alone), there is QJsonDocument.
class JsonParser
{
public:
    JsonParser();
    JsonParser(JsonParser &&) noexcept;
    JsonParser &operator=(JsonParser &&) noexcept;
    ~JsonParser();

    /// `utf8` is one whole object; of a key that comes twice the last value holds, as with QJsonDocument.
    std::optional<QJsonObject> object(QByteArrayView utf8);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley

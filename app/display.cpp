// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "display.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace galley {

namespace {

bool takesConnections(const QByteArray &socketPath, bool abstractName)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (size_t(socketPath.size()) + 2 > sizeof(address.sun_path))
        return false;
    const size_t offset = abstractName ? 1 : 0;
    std::memcpy(address.sun_path + offset, socketPath.constData(), size_t(socketPath.size()));
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + offset + size_t(socketPath.size()));
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const bool connected = connect(descriptor, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    close(descriptor);
    return connected;
}

bool waylandIsThere()
{
    const QByteArray name = qgetenv("WAYLAND_DISPLAY");
    if (name.isEmpty())
        return false;
    return takesConnections(name.startsWith('/') ? name : qgetenv("XDG_RUNTIME_DIR") + '/' + name, false);
}

bool xIsThere()
{
    const QByteArray display = qgetenv("DISPLAY");
    if (display.isEmpty())
        return false;
    if (!display.startsWith(':'))
        return true; // on another machine, or a path of its own: left to Qt
    const QByteArray socket = "/tmp/.X11-unix/X" + display.mid(1).split('.').first();
    return takesConnections(socket, true) || takesConnections(socket, false);
}

} // namespace

bool displayIsThere()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty())
        return !platform.startsWith("offscreen") && !platform.startsWith("minimal");
    return waylandIsThere() || xIsThere();
}

} // namespace galley

// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QListWidget>

#include <vector>

namespace galley {

/// People to be ticked.
class TickList : public QListWidget
{
    Q_OBJECT

public:
    TickList(const QString &name, QWidget *parent);

    void setCoders(const std::vector<Coder> &coders, bool ticked);
    std::vector<CoderId> ticked() const;

signals:
    void tickedChanged();
};

} // namespace galley

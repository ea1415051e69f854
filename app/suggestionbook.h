// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace galley {

class Workspace;

/// The suggestions of the open project that wait for who codes. One for all who show them. They are read on another thread; what is done
/// in the open article is followed at once.
class SuggestionBook : public QObject
{
    Q_OBJECT

public:
    static SuggestionBook &of(Workspace &workspace);
    ~SuggestionBook() override;

    std::vector<Suggestion> in(ArticleId article) const; ///< in reading order
    int count() const;
    bool isReading() const { return m_reading; }
    /// The next article behind that one, or before it, in the order of the list, in which some wait; round the end. 0: there is none but this one.
    ArticleId neighbour(ArticleId article, int direction) const;

signals:
    void changed();

private:
    explicit SuggestionBook(Workspace &workspace);
    void clear();
    void read();
    void follow(const Change &change);
    void readArticle(ArticleId article);

    Workspace &m_workspace;
    std::shared_ptr<std::atomic<int>> m_round = std::make_shared<std::atomic<int>>(0); ///< of reading: what an earlier one reads is not wanted any more
    bool m_reading = false;
    std::map<ArticleId, std::vector<Suggestion>> m_waiting;
};

} // namespace galley

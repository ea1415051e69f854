// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <readers/article/textaccount.h>

#include <QByteArray>
#include <QString>

#include <gumbo.h>

#include <functional>
#include <limits>
#include <memory>

namespace galley {

/// A parsed page. The nodes live as long as it does.
class HtmlTree
{
public:
    /// Fails for pages whose nesting no browser shows and on which parsing would take time or memory without end.
    /// `whole`: with the styles, scripts and comments that nobody reads, and with the line numbers of the file.
    static Result<HtmlTree> parse(QByteArray utf8, bool whole = false);

    const GumboNode *root() const { return m_output->root; }

private:
    explicit HtmlTree(QByteArray utf8);

    struct Destroy
    {
        void operator()(GumboOutput *output) const;
    };

    QByteArray m_bytes; // the parser's strings point into it
    std::unique_ptr<GumboOutput, Destroy> m_output;
};

bool isElement(const GumboNode *node);
/// HTML elements only: a `title` within an SVG is none.
bool isElement(const GumboNode *node, GumboTag tag);
/// Empty where it is absent; no more than `limit` bytes.
QByteArrayView attribute(
    const GumboNode *element, const char *name, qsizetype limit = std::numeric_limits<qsizetype>::max());
QString attributeText(const GumboNode *element, const char *name);
/// All text within, white space collapsed; nothing where it is longer than `limit`.
QString textWithin(const GumboNode *node, qsizetype limit = std::numeric_limits<qsizetype>::max());

/// Adds every text within, but for scripts and styles, to what a source holds.
void holdTexts(TextAccount &account, const GumboNode *node, LeftOutReason ifLeft = LeftOutReason::Metadata);

bool isWithin(const GumboNode *node, const GumboNode *ancestor);

/// Visits a subtree in document order without recursion: `enter` before a node's children (false: not below it),
/// `leave` after them.
void walk(const GumboNode *root, const std::function<bool(const GumboNode *)> &enter,
    const std::function<void(const GumboNode *)> &leave = {});

} // namespace galley

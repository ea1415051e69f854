// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmltree.h"

#include "htmlguard.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <span>
#include <vector>

namespace galley {

namespace {

std::span<void *const> children(const GumboNode *node)
{
    if (!isElement(node) && node->type != GUMBO_NODE_DOCUMENT)
        return {};
    const GumboVector &all = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
    return {all.data, all.length};
}

/// In document order, within `root`; not below `node` unless `into`.
const GumboNode *nodeAfter(const GumboNode *node, const GumboNode *root, bool into)
{
    if (const auto below = children(node); into && !below.empty())
        return static_cast<const GumboNode *>(below.front());
    for (; node != root; node = node->parent) {
        const auto beside = children(node->parent);
        if (node->index_within_parent + 1 < beside.size())
            return static_cast<const GumboNode *>(beside[node->index_within_parent + 1]);
    }
    return nullptr;
}

} // namespace

Result<HtmlTree> HtmlTree::parse(QByteArray utf8, bool whole)
{
    const HtmlLoad load = htmlLoad(utf8);
    if (!isBearable(load))
        return failed(
            Readers::tr("Its elements are nested far deeper, or carry far more attributes, than those of a page made for readers."));
    return HtmlTree(whole || load.unread.empty() ? std::move(utf8) : withoutUnread(utf8, load));
}

HtmlTree::HtmlTree(QByteArray utf8)
    : m_bytes(std::move(utf8))
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    m_output.reset(gumbo_parse_with_options(&options, m_bytes.constData(), size_t(m_bytes.size())));
}

void HtmlTree::Destroy::operator()(GumboOutput *output) const
{
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool isElement(const GumboNode *node, GumboTag tag)
{
    return isElement(node) && node->v.element.tag == tag && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

QByteArrayView attribute(const GumboNode *element, const char *name, qsizetype limit)
{
    const GumboAttribute *found = isElement(element) ? gumbo_get_attribute(&element->v.element.attributes, name) : nullptr;
    return found ? QByteArrayView(found->value, qsizetype(qstrnlen(found->value, size_t(limit)))) : QByteArrayView();
}

QString attributeText(const GumboNode *element, const char *name)
{
    return fromValidUtf8(attribute(element, name)).simplified();
}

QString textWithin(const GumboNode *node, qsizetype limit)
{
    QString text;
    const GumboNode *inner = node;
    while (inner && text.size() <= limit) {
        if (inner->type == GUMBO_NODE_TEXT || inner->type == GUMBO_NODE_WHITESPACE || inner->type == GUMBO_NODE_CDATA)
            text += fromValidUtf8(inner->v.text.text);
        const bool unseen = isElement(inner, GUMBO_TAG_SCRIPT) || isElement(inner, GUMBO_TAG_STYLE);
        inner = nodeAfter(inner, node, !unseen);
    }
    return text.size() > limit ? QString() : text.simplified();
}

void holdTexts(TextAccount &account, const GumboNode *node, LeftOutReason ifLeft)
{
    walk(node, [&](const GumboNode *inner) {
        if (inner->type == GUMBO_NODE_TEXT || inner->type == GUMBO_NODE_CDATA)
            account.holds(fromValidUtf8(inner->v.text.text), ifLeft);
        return !isElement(inner, GUMBO_TAG_SCRIPT) && !isElement(inner, GUMBO_TAG_STYLE);
    });
}

bool isWithin(const GumboNode *node, const GumboNode *ancestor)
{
    while (node && node != ancestor)
        node = node->parent;
    return node;
}

void walk(const GumboNode *root, const std::function<bool(const GumboNode *)> &enter,
    const std::function<void(const GumboNode *)> &leave)
{
    struct Frame
    {
        const GumboNode *node;
        size_t next;
    };
    std::vector<Frame> stack;
    const auto visit = [&](const GumboNode *node) { stack.push_back({node, enter(node) ? 0 : children(node).size()}); };
    visit(root);
    while (!stack.empty()) {
        const auto below = children(stack.back().node);
        if (stack.back().next < below.size()) {
            visit(static_cast<const GumboNode *>(below[stack.back().next++]));
            continue;
        }
        if (leave)
            leave(stack.back().node);
        stack.pop_back();
    }
}

} // namespace galley

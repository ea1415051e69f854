// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ninjskeys.h"

#include <QByteArray>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

struct Keys
{
    QSet<QByteArray> names; ///< of the first object, not of those within
    bool followed = false;  ///< by something else, as on the lines of JSON Lines
};

/// The end of a string that begins at `at`; the size where it is cut off.
qsizetype stringEnd(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        at += json[at] == '\\';
    return std::min(at, json.size());
}

Keys keysOf(QByteArrayView json)
{
    Keys keys;
    int depth = 0;
    bool atKey = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = stringEnd(json, at);
            if (atKey && depth == 1)
                keys.names.insert(json.sliced(at + 1, std::max<qsizetype>(end - at - 1, 0)).toByteArray());
            atKey = false;
            at = end;
        } else if (c == '{' || c == '[') {
            atKey = c == '{' && ++depth == 1;
            depth += c == '[';
        } else if (c == '}' || c == ']') {
            if (--depth > 0)
                continue;
            keys.followed = !json.sliced(at + 1).trimmed().isEmpty();
            break;
        } else if (c == ',') {
            atKey = true;
        }
    }
    return keys;
}

} // namespace

bool beginsNinjs(QByteArrayView json)
{
    json = json.trimmed();
    const bool list = json.startsWith('[');
    if (list)
        json = json.sliced(1).trimmed();
    if (!json.startsWith('{'))
        return false;
    static const QSet<QByteArray> telling{"versioncreated", "versionCreated", "body_html", "body_xhtml", "bodies", "headlines",
        "pubstatus", "pubStatus", "description_xhtml", "description_text", "copyrightholder", "copyrightHolder", "usageterms",
        "usageTerms", "renditions", "associations", "contentcreated", "contentCreated", "infosources", "infoSources"};
    static const QSet<QByteArray> usual{"uri", "guid", "type", "mimetype", "body_text", "headline", "byline", "by", "slugline",
        "urgency", "profile", "language", "subject", "subjects", "service", "genre", "located", "ednote", "edNote",
        "firstcreated", "firstCreated", "version", "priority", "copyrightnotice", "copyrightNotice", "standard", "altids",
            "altIds", "place",
        "places", "people", "descriptions", "contentModified", "embargoed", "embargoedreason", "title"};
    const Keys keys = keysOf(json);
    const auto tells = (keys.names & telling).size();
    const auto count = tells + (keys.names & usual).size();
    if ((list || !keys.followed) && (tells >= 2 || (tells == 1 && count >= 3)))
        return true;
    // A page of a service's answer: {"total": 1, "items": [ … ]}
    const bool listed = !list && (keys.names.contains("items") || keys.names.contains("item"));
    const qsizetype at = listed ? json.indexOf('[', json.indexOf("\"item")) : -1;
    return at >= 0 && beginsNinjs(json.sliced(at));
}

} // namespace galley

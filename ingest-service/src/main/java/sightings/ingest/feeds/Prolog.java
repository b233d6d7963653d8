package sightings.ingest.feeds;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a document's first element: stray text, which is skipped, and a DOCTYPE, which is taken out. Short
 * replacement texts that it declares are kept; what lies elsewhere is never fetched and stays as it is written; texts that
 * are made of other texts are refused, since that is how small documents become huge.
 *
 * @param rest the document from its first {@code <} on, without the DOCTYPE and without characters that XML forbids
 * @param entities replacement texts by name
 */
record Prolog(Reader rest, Map<String, String> entities) {

    private static final int HEAD = 64 * 1024;
    private static final int MAX_ENTITIES = 256;
    private static final int MAX_VALUE = 200;
    private static final Pattern ENTITY = Pattern.compile(
            "<!ENTITY\\s{1,20}([A-Za-z_][A-Za-z0-9._-]{0,60})\\s{1,20}(?:\"([^\"]{0,4000})\"|'([^']{0,4000})')\\s{0,20}>");
    private static final Pattern NESTED = Pattern.compile("[&%](?!#|amp;|lt;|gt;|quot;|apos;)[A-Za-z_]");

    Prolog {
        entities = Map.copyOf(entities);
    }

    /**
     * Reads up to the first element.
     *
     * @throws FeedFormatException where there is none, or the DOCTYPE is one that is not read
     */
    static Prolog read(Reader document) throws IOException {
        var legal = new LegalCharacters(document);
        var head = head(legal);
        int begin = head.indexOf('<');
        if (begin < 0) {
            throw new FeedFormatException("The document is neither XML nor JSON");
        }
        int doctype = doctype(head, begin);
        if (doctype < 0) {
            return new Prolog(new JoinedReader(new StringReader(head.substring(begin)), legal), Map.of());
        }
        int end = endOf(head, doctype);
        if (end < 0) {
            throw new FeedFormatException("The document's DOCTYPE does not end within " + HEAD + " characters");
        }
        var entities = entities(head.substring(doctype, end));
        var rest = new StringReader(head.substring(begin, doctype) + head.substring(end));
        return new Prolog(new JoinedReader(rest, legal), entities);
    }

    private static String head(Reader reader) throws IOException {
        var buffer = new char[HEAD];
        int length = 0;
        while (length < HEAD) {
            int count = reader.read(buffer, length, HEAD - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return new String(buffer, 0, length);
    }

    /** Where the DOCTYPE begins: before the first element, outside comments and instructions. */
    private static int doctype(String head, int begin) {
        int at = begin;
        while (at >= 0 && at + 1 < head.length()) {
            char next = head.charAt(at + 1);
            if (head.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                return at;
            }
            if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at);
            } else if (next == '?' || next == '!') {
                at = after(head, ">", at);
            } else if (Character.isLetter(next)) {
                return -1;
            } else {
                at++;
            }
            at = at < 0 ? -1 : head.indexOf('<', at);
        }
        return -1;
    }

    private static int after(String head, String end, int from) {
        int at = head.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    /** Behind the DOCTYPE's {@code >}, whatever quotes, comments and brackets are within; -1 where it does not end. */
    private static int endOf(String head, int doctype) {
        int brackets = 0;
        for (int i = doctype + 9; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"' || c == '\'') {
                i = head.indexOf(c, i + 1);
            } else if (head.startsWith("<!--", i)) {
                i = head.indexOf("-->", i);
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return i + 1;
            }
            if (i < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static Map<String, String> entities(String doctype) throws FeedFormatException {
        var entities = new HashMap<String, String>();
        var declared = ENTITY.matcher(doctype);
        while (declared.find()) {
            var value = String.valueOf(declared.group(2) == null ? declared.group(3) : declared.group(2));
            if (NESTED.matcher(value).find()) {
                throw new FeedFormatException("The DOCTYPE declares texts that are made of other texts");
            }
            if (value.length() > MAX_VALUE || entities.size() >= MAX_ENTITIES) {
                throw new FeedFormatException("The DOCTYPE declares more text than a feed needs");
            }
            entities.putIfAbsent(declared.group(1), value);
        }
        return entities;
    }

    /** The text with the declared replacement texts put in; it grows at most to this many characters. */
    String expanded(String text, int most) {
        if (entities.isEmpty() || text.indexOf('&') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf('&'); at >= 0 && out.length() < most; at = text.indexOf('&', at + 1)) {
            int end = text.indexOf(';', at);
            if (end < 0) {
                break;
            }
            var value = end - at > 64 ? null : replacement(text.substring(at + 1, end));
            if (value != null) {
                out.append(text, from, at).append(value);
                from = end + 1;
            }
        }
        out.append(text, from, text.length());
        return out.length() <= most ? out.toString() : out.substring(0, most);
    }

    private @Nullable String replacement(String name) {
        var value = entities.get(name);
        return value == null ? null : org.jsoup.parser.Parser.unescapeEntities(value, false);
    }
}

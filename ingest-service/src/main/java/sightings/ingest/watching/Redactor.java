package sightings.ingest.watching;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes secrets and e-mail addresses out of a text, line by line in place, so that lines and what is around stay as they
 * were. Watchers call it before anything is sent; snippets pass through it once more. It takes too much rather than too
 * little, but never the id of a dataset.
 */
public final class Redactor {

    /** What stands where a secret was. */
    public static final String MARK = "[redacted]";

    private static final String NAMES = "(?:\\$\\$)?(?:[A-Za-z]{1,20}[_.-]){0,3}"
            + "(?:app[_-]?token|api[_-]?key|apikey|api[_-]?secret|access[_-]?key(?:[_-]?id)?|access[_-]?token"
            + "|auth[_-]?token|refresh[_-]?token|id[_-]?token|secret[_-]?(?:key|token|access[_-]?key)?|client[_-]?secret"
            + "|private[_-]?key|passphrase|password|passwd|pwd|token|bearer|session[_-]?id|credentials?|apptoken)";

    /** {@code name = "value"} in any language's way; the value is quoted, so that a call or a variable is left alone. */
    private static final Pattern QUOTED = Pattern.compile("(?i)(?<![A-Za-z0-9])(" + NAMES
            + "[A-Za-z0-9_]{0,20}\\\\?[\"'`]?\\]?[ \\t]{0,4}(?:=>|<-|:=|[:=,(])[ \\t]{0,4}(?:[rbuf]{0,2})\\\\?([\"'`]))"
            + "([^\"'`\\r\\n\\\\]{3,300})(?=\\\\?\\2)");

    /** {@code name=value} of addresses, settings and shells: a value that looks drawn by lot. */
    private static final Pattern BARE = Pattern.compile("(?i)(?<![A-Za-z0-9])(" + NAMES
            + "[A-Za-z0-9_]{0,20}(?:=|%3D|:[ \\t]{0,4}))((?![\\[<{$(])[A-Za-z0-9+/_.~!@^*-]{6,300}={0,2})");

    /** From a word that names secrets to the end of its line; what names it in full may begin before. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?<![A-Za-z0-9_.$-])[A-Za-z0-9_.$-]{0,64}?(?:token|key|secret|pass|pwd|bearer|basic|session|credential|authorization)[^\\r\\n]*+");

    private static final Pattern HEADER = Pattern.compile(
            "(?i)((?:authorization|x-app-token|x-api-key|proxy-authorization)\\\\?[\"']?[ \\t]{0,4}[:=,][ \\t]{0,4}\\\\?[\"']?)"
                    + "((?:(?:basic|bearer|token|oauth)[ ]{1,4})?[A-Za-z0-9+/_.=~-]{6,300})");

    private static final Pattern BEARER =
            Pattern.compile("(?i)(\\b(?:bearer|basic)[ ]{1,4})([A-Za-z0-9+/_.=~-]{12,300})");

    /** Tokens that are known by their own shape. */
    private static final Pattern SHAPED =
            Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}"
                    + "|glpat-[A-Za-z0-9_-]{20,64}|A(?:KIA|SIA)[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,250}"
                    + "|AIza[0-9A-Za-z_-]{30,45}|sk-[A-Za-z0-9_-]{20,200}|[sp]k\\.eyJ[A-Za-z0-9._-]{20,300}"
                    + "|eyJ[A-Za-z0-9_-]{10,1000}\\.[A-Za-z0-9_-]{5,1000}(?:\\.[A-Za-z0-9_-]{0,1000})?"
                    + "|SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64})");

    private static final Pattern KEY_BLOCK =
            Pattern.compile("(?<=-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[^-]{1,8000}(?=-----END)");

    private static final Pattern USER_INFO =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,12}:(?:\\\\?/){2})([^\\s/@\"'<>\\\\]{1,200})@");

    private static final Pattern MAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");

    /** Clients of Socrata take token, user name and password by position. */
    private static final Pattern CLIENT = Pattern.compile(
            "((?:\\bSocrata|read\\.socrata|write\\.socrata|soda\\.Consumer|ls\\.socrata)\\(\\s{0,20}(?:[A-Za-z_.]{0,20}[ ]?=[ ]?)?"
                    + "\\\\?[\"'][^\"'\\r\\n\\\\]{0,300}\\\\?[\"'])((?:\\s{0,40},\\s{0,40}(?:[A-Za-z_.]{0,20}[ ]?=[ ]?)?"
                    + "(?:None|NULL|\\\\?[\"'][^\"'\\r\\n\\\\]{0,200}\\\\?[\"'])){1,4})");

    private static final Pattern LITERAL = Pattern.compile("(\\\\?)([\"'])([^\"'\\r\\n\\\\]{1,200})\\\\?\\2");

    /** What tokens that are known by their own shape begin with: one of these is in each match of {@link #SHAPED}. */
    private static final List<String> SHAPES = List.of(
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "AKIA",
            "ASIA",
            "xox",
            "AIza",
            "sk-",
            "eyJ",
            "SG.");

    /** What names secrets, in lower case: one of these is in each match of {@link #NAMED}. */
    private static final List<String> SECRETS = List.of(
            "token", "key", "secret", "pass", "pwd", "bearer", "basic", "session", "credential", "authorization");

    private Redactor() {}

    /** The text without secrets; as many lines as before. */
    public static String redact(String text) {
        var clean = text;
        // Most texts hold none of the words without which a pattern cannot match; asking for them costs next to
        // nothing.
        if (clean.contains("PRIVATE KEY")) {
            clean = KEY_BLOCK
                    .matcher(clean)
                    .replaceAll(block -> block.group().replaceAll("[^\\r\\n]+", MARK.replace("[", "\\[")));
        }
        if (clean.contains("ocrata(") || clean.contains("onsumer(")) {
            clean = CLIENT.matcher(clean).replaceAll(Redactor::client);
        }
        if (clean.indexOf('@') >= 0) {
            clean = USER_INFO.matcher(clean).replaceAll("$1" + MARK + "@");
        }
        if (holdsAny(clean, SHAPES)) {
            clean = SHAPED.matcher(clean).replaceAll(MARK);
        }
        if (holdsAny(clean.toLowerCase(Locale.ROOT), SECRETS)) {
            clean = NAMED.matcher(clean).replaceAll(line -> quote(withoutNamed(line.group())));
        }
        return clean.indexOf('@') >= 0 || clean.contains("%40")
                ? MAIL.matcher(clean).replaceAll(MARK)
                : clean;
    }

    /** The address without secrets, and still an address: what is told of a page that was asked for by the whole one. */
    public static String address(String address) {
        return redact(address).replace(MARK, "redacted");
    }

    private static boolean holdsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutNamed(String line) {
        var clean = HEADER.matcher(line).replaceAll("$1" + MARK);
        clean = QUOTED.matcher(clean).replaceAll(Redactor::quoted);
        clean = BARE.matcher(clean).replaceAll(Redactor::bare);
        return BEARER.matcher(clean).replaceAll("$1" + MARK);
    }

    private static String client(MatchResult call) {
        var secrets = LITERAL.matcher(call.group(2)).replaceAll(literal -> {
            var value = literal.group(3);
            boolean address = isDataset(value) || value.contains("/");
            var quote = literal.group(1) + literal.group(2);
            return quote(address ? literal.group() : quote + MARK + quote);
        });
        return quote(call.group(1)) + quote(secrets);
    }

    private static String quoted(MatchResult named) {
        var value = named.group(3);
        // The name of a variable, a sentence or an address is no secret.
        boolean harmless = value.contains(" ")
                || value.contains("://")
                || value.startsWith("${")
                || value.startsWith("{{")
                || value.startsWith(MARK)
                || value.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
                || isDataset(value);
        return quote(harmless ? named.group() : named.group(1) + MARK);
    }

    private static String bare(MatchResult named) {
        var value = named.group(2);
        boolean drawnByLot = value.chars().anyMatch(Character::isDigit)
                && !value.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
                && !value.matches("[0-9.]+")
                && !value.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)+")
                && !isDataset(value);
        return quote(drawnByLot ? named.group(1) + MARK : named.group());
    }

    private static boolean isDataset(String value) {
        return value.matches("[A-Za-z0-9]{4}-[A-Za-z0-9]{4}(\\..*)?");
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}

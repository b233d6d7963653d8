package sightings.ingest.recognising;

import java.util.regex.Pattern;

/**
 * Tells whether a word in settings is the value of a key that is called like a dataset: {@code dataset: street-trees},
 * {@code "dataset_id": "street-trees"}, or one of a list of that name. It looks back a few hundred characters at most.
 */
final class ConfigValues {

    private static final int BACK = 80;
    private static final int BACK_IN_LIST = 2_000;
    private static final Pattern KEY = Pattern.compile(
            "(?:^|[^\\w-])[\\w-]{0,40}(?:dataset|data_set|package|resource)[\\w-]{0,12}[\"']?\\s{0,8}[:=]>?\\s{0,8}[\"'`]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_KEY = Pattern.compile(
            "(?:^|[^\\w-])[\\w-]{0,40}(?:dataset|data_set|package|resource)[\\w-]{0,12}[\"']?\\s{0,8}[:=]\\s{0,8}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ID_KEY =
            Pattern.compile("(?:^|[^\\w-])id[\"']?\\s{0,8}[:=]\\s{0,8}[\"']?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s[^\\n]*");

    private final String text;

    ConfigValues(String text) {
        this.text = text;
    }

    /** Whether the word from start to end is such a value. */
    boolean isCalledDataset(int start, int end) {
        return endsValue(end) && (isKeyed(start) || isInList(start) || isItem(start));
    }

    /** Whether the word from start to end is the value of a key {@code id}, which may be anything's. */
    boolean isCalledId(int start, int end) {
        return endsValue(end)
                && ID_KEY.matcher(text.substring(Math.max(0, start - BACK), start))
                        .find();
    }

    private boolean endsValue(int end) {
        return end == text.length() || "\"'`, \t\r\n]})#;".indexOf(text.charAt(end)) >= 0;
    }

    private boolean isKeyed(int start) {
        return KEY.matcher(text.substring(Math.max(0, start - BACK), start)).find();
    }

    /** In {@code datasets = ["a", "b"]}. */
    private boolean isInList(int start) {
        int least = Math.max(0, start - BACK_IN_LIST);
        for (int i = start - 1; i >= least; i--) {
            char c = text.charAt(i);
            if (c == '[') {
                return LIST_KEY.matcher(text.substring(Math.max(0, i - BACK), i))
                        .find();
            }
            if (c == ']' || c == '{' || c == '}') {
                return false;
            }
        }
        return false;
    }

    /** In a list of YAML, whose items stand below their key. */
    private boolean isItem(int start) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        if (start - lineStart > BACK || !text.substring(lineStart, start).matches("\\s*-\\s+[\"']?")) {
            return false;
        }
        int least = Math.max(0, start - BACK_IN_LIST);
        while (lineStart > least) {
            int before = text.lastIndexOf('\n', lineStart - 2) + 1;
            var line = text.substring(before, lineStart - 1).stripTrailing();
            if (!ITEM.matcher(line).matches()) {
                return line.length() <= BACK && LIST_KEY.matcher(line).find();
            }
            lineStart = before;
        }
        return false;
    }
}

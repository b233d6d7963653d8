package sightings.ingest.downloads;

import java.util.List;

/**
 * Fields of a pattern that stand side by side. Nobody can tell where one of them ends but for those that make a whole address:
 * scheme, host and port have no slash, with which each path begins.
 */
final class Neighbours {

    private Neighbours() {}

    /** Whether it can be told what they say. */
    static boolean canBeRead(List<LogField> fields) {
        if (fields.size() == 1 || fields.stream().allMatch(Neighbours::saysNothing)) {
            return true;
        }
        int target = fields.indexOf(LogField.TARGET);
        return target >= 0
                && fields.subList(0, target).stream().allMatch(field -> field == LogField.SERVER)
                && isQuery(fields.subList(target + 1, fields.size()));
    }

    private static boolean saysNothing(LogField field) {
        return field == LogField.SERVER || field == LogField.IGNORED;
    }

    private static boolean isQuery(List<LogField> fields) {
        return fields.isEmpty()
                || fields.equals(List.of(LogField.MARKED_QUERY))
                || fields.equals(List.of(LogField.QUERY_MARK))
                || fields.equals(List.of(LogField.QUERY_MARK, LogField.QUERY));
    }

    /** What they are together. */
    static LogField together(List<LogField> fields) {
        return fields.size() == 1
                ? fields.getFirst()
                : fields.contains(LogField.TARGET) ? LogField.TARGET : LogField.IGNORED;
    }

    /** Leaves path and query of a whole address. */
    static void narrow(List<LogField> fields, Slice target) {
        int slash = target.indexOf('/');
        if (fields.getFirst() == LogField.SERVER && slash < target.to) {
            target.from = slash;
        }
        // nginx writes a hyphen for a query that is not there, and nothing for its mark.
        if (fields.getLast() == LogField.QUERY
                && target.length() > 1
                && target.bytes[target.to - 1] == '-'
                && target.indexOf('?') == target.to) {
            target.to--;
        }
    }
}

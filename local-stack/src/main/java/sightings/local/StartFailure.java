package sightings.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import sightings.engines.Supervised;

/** Finds in a log what a person must know when a part did not start. */
final class StartFailure {

    private static final String HEADING = "APPLICATION FAILED TO START";
    private static final int MOST_LINES = 400;
    private static final int LAST_LINES = 10;

    private StartFailure() {}

    /** The service's own explanation where it gives one, else the end of its log. */
    static String explain(Supervised process) {
        List<String> lines = Arrays.asList(process.lastLines(MOST_LINES).split("\\R", -1));
        int heading = lines.lastIndexOf(HEADING);
        List<String> telling = heading < 0
                ? lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
                : lines.subList(heading + 1, lines.size());
        return telling.stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("****"))
                        .collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator() + "(The whole log: " + process.log() + ")";
    }
}

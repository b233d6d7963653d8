package sightings.local.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Brings the access log up to the present: weeks of past at the first start, what was missed at a later one. */
final class LogWriter {

    private final LogGenerator generator;
    private final AccessLog log;
    private final Period past;
    private Instant written = Instant.EPOCH;
    private long turn;

    LogWriter(LogGenerator generator, AccessLog log, int weeks) {
        this.generator = generator;
        this.log = log;
        this.past = Period.ofWeeks(weeks);
    }

    /** Writes the past up to now, a file for each week, or what happened since the last line. */
    synchronized void begin(Instant now) {
        var last = log.lastTime();
        if (last.isPresent()) {
            written = last.get();
            catchUp(now);
            return;
        }
        var today = day(now);
        for (var day = today.minus(past); !day.isAfter(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                log.rotate(day);
            }
            write(day, now);
        }
        written = now;
    }

    /** Writes all lines between the last one and now; a new day begins a new file. */
    synchronized void catchUp(Instant now) {
        for (var day = day(written); !day.isAfter(day(now)); day = day.plusDays(1)) {
            if (day.isAfter(day(written))) {
                log.rotate(day);
            }
            write(day, now);
        }
        written = now.isAfter(written) ? now : written;
    }

    /** Writes visits of this moment beside those that were to come anyway. */
    synchronized List<String> visits(Instant now, int count) {
        catchUp(now);
        var lines = texts(generator.visits(now, count, turn++));
        log.append(lines);
        return lines;
    }

    /** Writes lines as they are given. */
    synchronized void append(List<String> lines) {
        log.append(lines);
    }

    private void write(LocalDate day, Instant now) {
        log.append(texts(generator.day(day).stream()
                .filter(line -> line.time().isAfter(written) && !line.time().isAfter(now))
                .toList()));
    }

    private static List<String> texts(List<LogLine> lines) {
        var texts = new ArrayList<String>();
        lines.forEach(line -> texts.add(line.text()));
        return List.copyOf(texts);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(LogLine.ZONE).toLocalDate();
    }
}

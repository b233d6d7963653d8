package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import sightings.event.SourceReported;
import sightings.showcase.sources.LogFileDocument;
import sightings.showcase.sources.LogFiles;
import sightings.showcase.sources.SourceQueries;

/** Says what became of the lines of each log file. */
@Component
class FileRows {

    private static final int NEWEST = 50;

    private final SourceQueries sources;
    private final Counters counters;
    private final Wording wording;

    FileRows(SourceQueries sources, Counters counters, Wording wording) {
        this.sources = sources;
        this.counters = counters;
        this.wording = wording;
    }

    /**
     * The files of one source.
     *
     * @param id for links within the page
     * @param title how staff know the source
     * @param rows the newest files
     * @param others how many more there are
     * @param rest what became of the lines of those
     */
    record Files(String id, String title, List<Row> rows, long others, LogFiles.Lines rest) {}

    /**
     * One file.
     *
     * @param name what it is called
     * @param changed when it was written last
     * @param lines its lines by what became of them
     * @param reasons why lines were left out and rejected
     * @param samples the shape of a rejected line of each reason
     */
    record Row(
            String name, String changed, LogFiles.Lines lines, List<Counters.Counter> reasons, List<Sample> samples) {

        /** Whether there is more to say than the counts. */
        public boolean hasDetails() {
            return !reasons.isEmpty();
        }
    }

    /** The shape of one rejected line. */
    record Sample(String reason, String shape) {}

    /** Of each of these sources that reads logs and has read any. */
    List<Files> of(List<SourceReported> reports, Locale locale) {
        return reports.stream()
                .filter(report -> report.kind() == SourceReported.Kind.LOGS)
                .map(report -> files(report, locale))
                .filter(files -> !files.rows().isEmpty())
                .toList();
    }

    private Files files(SourceReported report, Locale locale) {
        var files = sources.files(report.source(), NEWEST);
        return new Files(
                "files-" + report.source().value().replaceAll("[^a-zA-Z0-9-]", "-"),
                report.title(),
                files.newest().stream().map(file -> row(file, locale)).toList(),
                files.others(),
                files.rest());
    }

    private Row row(LogFileDocument file, Locale locale) {
        return new Row(
                file.name(),
                wording.moment(locale, file.changed()),
                new LogFiles.Lines(file.read(), file.accepted(), file.filtered(), file.rejected()),
                counters.of(file.reasons(), false, locale),
                file.samples().entrySet().stream()
                        .map(sample -> new Sample(counters.words(sample.getKey(), locale), sample.getValue()))
                        .toList());
    }
}

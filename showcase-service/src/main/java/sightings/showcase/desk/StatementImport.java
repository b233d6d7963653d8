package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import sightings.event.EntryEvent;
import sightings.event.Outcome;
import sightings.event.PersonId;
import sightings.event.ProblemStatementWritten;
import sightings.showcase.curation.CloseProblemStatement;
import sightings.showcase.curation.EntryCommand;
import sightings.showcase.curation.EntryCurator;
import sightings.showcase.curation.EntryIds;
import sightings.showcase.curation.EntryNow;
import sightings.showcase.curation.PublishProblemStatement;
import sightings.showcase.curation.ReopenProblemStatement;
import sightings.showcase.curation.StatementRow;
import sightings.showcase.curation.Verdict;
import sightings.showcase.curation.WriteProblemStatement;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.index.Page;

/**
 * Turns rows of a file into what happens to problem statements. A number that is there already is edited, never doubled;
 * a row that says nothing new does nothing; an import never withdraws what is public.
 */
@Component
class StatementImport {

    private static final int PAGE = 500;

    private final EntryCurator curator;
    private final EntryIds ids;
    private final ProblemStatementQueries statements;
    private final Decisions decisions;

    StatementImport(EntryCurator curator, EntryIds ids, ProblemStatementQueries statements, Decisions decisions) {
        this.curator = curator;
        this.ids = ids;
        this.statements = statements;
        this.decisions = decisions;
    }

    /**
     * What an import did. {@code rows = written + edited + unchanged}.
     *
     * @param written new ones
     * @param edited that have a new text
     * @param unchanged that had this text already
     * @param published that became open
     * @param result whether Kafka and Elasticsearch have it
     */
    record Done(int written, int edited, int unchanged, int published, Result result) {}

    /** Imports these rows; with {@code publish} each draft among them becomes open. One import at a time. */
    synchronized Done run(List<StatementRow.Good> rows, boolean publish, PersonId by) {
        var known = known();
        var events = new ArrayList<EntryEvent>();
        int written = 0;
        int edited = 0;
        int published = 0;
        for (StatementRow.Good row : rows) {
            var there = known.get(key(row.statement().number()));
            var now = there == null ? EntryNow.unwritten(ids.next()) : States.of(there);
            boolean same = there != null && there.statement().equals(row.statement());
            if (!same) {
                now = apply(new WriteProblemStatement(now.entry(), by, now.number(), row.statement()), now, events);
                written += there == null ? 1 : 0;
                edited += there == null ? 0 : 1;
            }
            var before = there == null ? EntryStatus.DRAFT : there.status();
            var after = move(row, before, publish, by, now, events);
            published += after == EntryStatus.OPEN && before != EntryStatus.OPEN ? 1 : 0;
        }
        var result = events.isEmpty() ? new Result.Applied(0) : decisions.decideAll(events);
        if (result instanceof Result.Applied) {
            result = awaitNumbers(events);
        }
        return new Done(written, edited, rows.size() - written - edited, published, result);
    }

    /** Moves a statement to where its row wants it, and says where it then stands. */
    private EntryStatus move(
            StatementRow.Good row,
            EntryStatus before,
            boolean publish,
            PersonId by,
            EntryNow written,
            List<EntryEvent> events) {
        var wanted = publish && row.status() == StatementRow.Status.DRAFT ? StatementRow.Status.OPEN : row.status();
        if (wanted == StatementRow.Status.DRAFT) {
            return before;
        }
        var now = written;
        if (before == EntryStatus.DRAFT) {
            now = apply(new PublishProblemStatement(now.entry(), by, now.number()), now, events);
        }
        if (wanted == StatementRow.Status.OPEN) {
            if (before == EntryStatus.CLOSED) {
                apply(new ReopenProblemStatement(now.entry(), by, now.number()), now, events);
            }
            return EntryStatus.OPEN;
        }
        if (before != EntryStatus.CLOSED) {
            var outcome = Outcome.valueOf(wanted.name());
            apply(new CloseProblemStatement(now.entry(), by, now.number(), outcome, null), now, events);
        }
        return EntryStatus.CLOSED;
    }

    private EntryNow apply(EntryCommand command, EntryNow now, List<EntryEvent> events) {
        if (curator.decide(command, now) instanceof Verdict.Granted<EntryEvent>(var event)) {
            events.add(event);
            var accepted = new ArrayList<>(now.accepted());
            accepted.add(event);
            return new EntryNow(now.entry(), now.title(), now.number() + 1, accepted);
        }
        return now;
    }

    private Map<String, ProblemStatementDocument> known() {
        var byNumber = new HashMap<String, ProblemStatementDocument>();
        var all = ProblemStatementFilter.all("en");
        Page<ProblemStatementDocument> page;
        int number = 1;
        do {
            page = statements.all(all, number++, PAGE);
            page.items().forEach(entry -> byNumber.put(key(entry.statement().number()), entry));
        } while (page.hasNext());
        return byNumber;
    }

    /** A number is looked up by search: only once it can be found does importing the file again edit, not double. */
    private Result awaitNumbers(List<EntryEvent> events) {
        var missing = new TreeMap<String, ProblemStatementWritten>();
        events.forEach(event -> {
            if (event instanceof ProblemStatementWritten written) {
                missing.put(written.statement().number(), written);
            }
        });
        return decisions.awaitFound(() -> {
            missing.keySet().removeIf(statements::isTaken);
            return missing.isEmpty();
        });
    }

    private static String key(String number) {
        return number.toLowerCase(Locale.ROOT);
    }
}

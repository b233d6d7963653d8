package sightings.showcase.desk;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.StatementFile;
import sightings.showcase.curation.StatementRow;
import sightings.showcase.index.IndexAway;

/**
 * Imports problem statements: {@code POST /desk/problem-statements/import} as {@code multipart/form-data} with
 * {@code file} (CSV in UTF-8, at most 1 MB and 1,000 rows, columns of {@link StatementFile}), {@code publish} (present:
 * drafts become open) and {@code _csrf}. Replies 200 with what became of each row; bad rows are named by line and
 * reason, good ones are imported; 422 where the file as a whole cannot be read.
 */
@Controller
class ImportController {

    private static final String PATH = "/desk/problem-statements/import";
    private static final int MOST_BYTES = 1_000_000;

    private final StatementFile file;
    private final StatementImport statements;
    private final Wording wording;

    ImportController(StatementFile file, StatementImport statements, Wording wording) {
        this.file = file;
        this.statements = statements;
        this.wording = wording;
    }

    /** A row that was not imported. */
    record BadRow(long line, String number, String column, String reason) {}

    @GetMapping(PATH)
    String form(Model model) {
        return show(model, Map.of());
    }

    @PostMapping(PATH)
    String upload(@RequestParam("file") MultipartFile upload, Submission form) throws IOException {
        if (upload.isEmpty() || upload.getSize() > MOST_BYTES) {
            var code = upload.isEmpty() ? "desk.error.file-none" : "desk.error.file-large";
            return unreadable(List.of(new FieldError("file", code, List.of())), form);
        }
        return switch (file.read(upload.getBytes())) {
            case Checked.Valid<List<StatementRow>>(var rows) -> read(rows, form);
            case Checked.Invalid<List<StatementRow>>(var errors) -> unreadable(errors, form);
        };
    }

    private String read(List<StatementRow> rows, Submission form) {
        var good = rows.stream()
                .filter(StatementRow.Good.class::isInstance)
                .map(StatementRow.Good.class::cast)
                .toList();
        try {
            var done = statements.run(good, form.typed().values().containsKey("publish"), form.by());
            if (done.result() instanceof Result.NotSent) {
                return away(form);
            }
            form.model().addAttribute("done", done);
            form.model().addAttribute("waiting", done.result() instanceof Result.BeingApplied);
            form.model().addAttribute("bad", bad(rows, form.locale()));
            return "desk/imported";
        } catch (IndexAway e) {
            return away(form);
        }
    }

    private List<BadRow> bad(List<StatementRow> rows, Locale locale) {
        return rows.stream()
                .filter(StatementRow.Bad.class::isInstance)
                .map(StatementRow.Bad.class::cast)
                .flatMap(row -> row.errors().stream()
                        .map(error -> new BadRow(row.line(), row.number(), error.field(), wording.say(locale, error))))
                .toList();
    }

    private String away(Submission form) {
        return show(form.failed(503).model(), Map.of("file", wording.say(form.locale(), "desk.import.away")));
    }

    private String unreadable(List<FieldError> errors, Submission form) {
        return show(form.failed(422).model(), wording.say(form.locale(), errors));
    }

    private String show(Model model, Map<String, String> errors) {
        model.addAttribute("errors", errors);
        model.addAttribute("columns", String.join(",", file.columns()));
        return "desk/import";
    }
}

package sightings.ingest.recognising;

import java.util.List;

/** One text being read: addresses first, since they say of which portals the text speaks, then what stands apart. */
final class Reading {

    private final Written written;
    private final Lexicon lexicon;
    private final Trace trace;
    private final Context context = new Context();
    private final Hits hits = new Hits();

    Reading(Written written, Lexicon lexicon, Trace trace) {
        this.written = written;
        this.lexicon = lexicon;
        this.trace = trace;
    }

    List<Hit> hits() {
        new AddressFinder(written, lexicon, context, hits, trace).find();
        boolean library = context.isEmpty() && speaksThroughLibrary();
        var judge = new IdJudge(written, lexicon, context, hits, trace);
        new IdFinder(written, lexicon, hits, judge).find();
        new ServiceFinder(written, lexicon, hits).find();
        if (!context.isEmpty()) {
            new NameFinder(written, lexicon, context, hits, judge, library).find();
            new TitleFinder(written, lexicon, context, hits).find();
        }
        if (hits.isEmpty()) {
            return List.of();
        }
        var declarations = Declarations.of(written);
        return hits.all().stream().map(declarations::declared).toList();
    }

    Context context() {
        return context;
    }

    private boolean speaksThroughLibrary() {
        boolean speaks = false;
        for (Libraries.Library library : lexicon.libraries()) {
            if (written.text().contains(library.name())) {
                context.speaksOf(library.portal(), 0);
                speaks = true;
            }
        }
        return speaks;
    }
}

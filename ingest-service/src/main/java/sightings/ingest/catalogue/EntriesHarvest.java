package sightings.ingest.catalogue;

import java.util.function.Consumer;

/** Reads each entry of a source. A document that breaks off breaks the harvest: a harvest is told whole. */
final class EntriesHarvest implements Harvest {

    private final PortalSource source;
    private final EntryReader reader;

    EntriesHarvest(PortalSource source, EntryReader reader) {
        this.source = source;
        this.reader = reader;
    }

    @Override
    public String read(Consumer<PortalEntry> entries) throws HarvestException, InterruptedException {
        var end = new CutOffs();
        var remark = source.read(part -> {
            switch (part) {
                case DocumentPart.Entry entry -> entries.accept(read(entry));
                case DocumentPart.Unreadable(String where, String reason) ->
                    entries.accept(new PortalEntry.Broken(where + ": " + reason));
                case DocumentPart.CutOff(String where, String reason) -> end.told = where + ": " + reason;
                case DocumentPart.Said _ -> {
                    // The settings say whose catalogue it is.
                }
            }
        });
        if (!end.told.isEmpty()) {
            throw new HarvestException(end.told);
        }
        return remark;
    }

    private PortalEntry read(DocumentPart.Entry entry) {
        return switch (reader.read(entry.json())) {
            case PortalEntry.Broken(String reason) -> new PortalEntry.Broken(entry.where() + ": " + reason);
            case PortalEntry.Described described -> described;
        };
    }

    private static final class CutOffs {
        private String told = "";
    }
}

package sightings.ingest.usage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UsageCounted;

/** A counter by the COUNTER Code of Practice, of which there are two, for the tests that hold for both. */
interface CodeCounter extends AutoCloseable {

    /** The dataset that is asked for where a test says nothing else. */
    String DATASET = "1";

    /** Its page. */
    String PAGE = "/d/1";

    /**
     * What the Code counts.
     *
     * @param investigations accesses that stayed
     * @param requests those of them that fetched data
     * @param uniqueInvestigations sessions with an investigation
     * @param uniqueRequests sessions with a request
     */
    record Counted(int investigations, int requests, int uniqueInvestigations, int uniqueRequests) {

        static final Counted NOTHING = new Counted(0, 0, 0, 0);

        Counted plus(Counted other) {
            return new Counted(
                    investigations + other.investigations,
                    requests + other.requests,
                    uniqueInvestigations + other.uniqueInvestigations,
                    uniqueRequests + other.uniqueRequests);
        }
    }

    /** Takes in an access. */
    void add(Accesses access);

    /** What came of all, by dataset and by class of the visitor. */
    Map<String, Map<AccessClass, Counted>> counted() throws IOException;

    @Override
    void close() throws IOException;

    /** A person looks at the page of the dataset; each time it is another line. */
    static Accesses visit() {
        return Accesses.of(UUID.randomUUID()).ofSet(DATASET).asked(PAGE, AccessKind.VIEW, 200);
    }

    /** The second of the day. */
    static int at(String time) {
        return LocalTime.parse(time).toSecondOfDay();
    }

    /** Somebody reads about the dataset. */
    default void view(String url, String time) {
        add(visit().at(at(time)).asked(url, AccessKind.VIEW, 200));
    }

    /** Somebody fetches its data. */
    default void download(String url, String time) {
        add(visit().at(at(time)).asked(url, AccessKind.DOWNLOAD, 200));
    }

    /** What came of a dataset. */
    default Counted of(String dataset) throws IOException {
        return counted().getOrDefault(dataset, Map.of()).values().stream().reduce(Counted.NOTHING, Counted::plus);
    }

    /** Sorts, and counts each visitor's day. */
    final class OfCommand implements CodeCounter {

        private final VisitCounter counter;
        private final VisitCounter.Part part;

        OfCommand(Path folder) {
            counter = new VisitCounter(Profile.COUNTER_RD, folder, 1_000);
            part = counter.part();
        }

        @Override
        public void add(Accesses access) {
            // What the command reads it with are methods and statuses of the profile.
            if (Profile.COUNTER_RD.methods().contains(access.method())
                    && Profile.COUNTER_RD.statuses().contains(access.status())) {
                part.add(
                        access.visitor().hashCode(),
                        Integer.parseInt(access.set()),
                        String.valueOf(access.url()).hashCode() * 0x9E3779B97F4A7C15L,
                        access.second(),
                        access.accessClass().ordinal(),
                        access.accessClass(),
                        access.kind(),
                        access.status(),
                        0);
            }
        }

        @Override
        public Map<String, Map<AccessClass, Counted>> counted() throws IOException {
            var counted = new TreeMap<String, Map<AccessClass, Counted>>();
            counter.count(new VisitCounter.Totals() {
                @Override
                public void counterRd(int dataset, int agent, VisitorDay day) {
                    counted.computeIfAbsent(Integer.toString(dataset), _ -> new TreeMap<>())
                            .merge(
                                    AccessClass.values()[agent],
                                    new Counted(
                                            day.investigations(),
                                            day.requests(),
                                            day.uniqueInvestigations(),
                                            day.uniqueRequests()),
                                    Counted::plus);
                }

                @Override
                public void everyDownload(int dataset, int agent, SuccessfulDay day) {
                    throw new AssertionError("Another profile");
                }
            });
            return counted;
        }

        @Override
        public void close() throws IOException {
            counter.close();
        }

        @Override
        public String toString() {
            return "command";
        }
    }

    /** Counts access by access in the topology, each in a record of its own. */
    final class OfService implements CodeCounter {

        private final TestedTopology topology;

        OfService(Path folder) {
            topology = new TestedTopology(folder, "code-" + UUID.randomUUID());
        }

        @Override
        public void add(Accesses access) {
            topology.add(access.make());
        }

        @Override
        public Map<String, Map<AccessClass, Counted>> counted() {
            var counted = new TreeMap<String, Map<AccessClass, Counted>>();
            for (var day : topology.told().values()) {
                if (day.profile().equals(UsageCounted.COUNTER_RD)) {
                    add(day, counted.computeIfAbsent(day.dataset().value(), _ -> new TreeMap<>()));
                }
            }
            return counted;
        }

        private static void add(UsageCounted day, Map<AccessClass, Counted> counted) {
            for (var cell : day.cells()) {
                int count = (int) cell.count();
                counted.merge(
                        cell.accessClass(),
                        new Counted(count, cell.kind() == AccessKind.VIEW ? 0 : count, 0, 0),
                        Counted::plus);
            }
            for (var cell : day.unique()) {
                counted.merge(
                        cell.accessClass(), new Counted(0, 0, cell.investigations(), cell.requests()), Counted::plus);
            }
        }

        @Override
        public void close() {
            topology.close();
        }

        @Override
        public String toString() {
            return "service";
        }
    }
}

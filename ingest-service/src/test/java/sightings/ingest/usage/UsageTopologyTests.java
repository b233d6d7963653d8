package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.DatasetAccessed;
import sightings.event.DeadLetter;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/** Tests for {@link UsageTopology}. */
class UsageTopologyTests {

    private static final LocalDate DAY = Accesses.DAY;

    @TempDir
    Path folder;

    private final EventCodec codec = new EventCodec();
    private final Counter unreadable = new SimpleMeterRegistry().counter("unreadable");

    @Test
    void countsByHourClassToolAndKindAndTheVisitors() {
        var counted = count(List.of(
                access("anna", "l1", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 200),
                access("anna", "l2", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 304),
                access("ben", "l3", 9, AccessClass.TOOL, "QGIS", AccessKind.API, "GET", 200),
                access("ben", "l4", 22, AccessClass.TOOL, "QGIS", AccessKind.API, "GET", 200)));
        var cells = List.of(
                new UsageCell(9, AccessClass.PERSON, "-", AccessKind.VIEW, 2),
                new UsageCell(9, AccessClass.TOOL, "QGIS", AccessKind.API, 1),
                new UsageCell(22, AccessClass.TOOL, "QGIS", AccessKind.API, 1));
        var sessions = List.of(
                new UniqueCell(9, AccessClass.PERSON, 1, 0),
                new UniqueCell(9, AccessClass.TOOL, 1, 1),
                new UniqueCell(22, AccessClass.TOOL, 1, 1));
        assertThat(counted.values())
                .containsExactly(
                        counted(UsageCounted.COUNTER_RD, cells, sessions, List.of()),
                        counted(
                                UsageCounted.DOWNLOADS,
                                cells,
                                List.of(),
                                List.of(new CallerCell(Caller.tool("QGIS"), 2, 1))));
    }

    private static UsageCounted counted(
            String profile, List<UsageCell> cells, List<UniqueCell> sessions, List<CallerCell> callers) {
        return new UsageCounted(
                new DatasetId("abcd-1234"),
                DAY,
                profile,
                "-",
                cells,
                2,
                sessions,
                List.of("robots@1"),
                callers,
                Instant.parse("2026-11-24T00:00:00Z"));
    }

    @Test
    void namesEachVersionOfTheListsThatToldWhoAsked() {
        var accesses = List.of(
                Accesses.of(1).lists("robots@2").make(),
                Accesses.of(2).lists("robots@1").make(),
                Accesses.of(3).lists("robots@2").make());
        assertThat(count(accesses).values())
                .allSatisfy(counted -> assertThat(counted.lists()).containsExactly("robots@1", "robots@2"));
    }

    @Test
    void forgetsLinesAndVisitsOfADayAWeekAfterTheLastOfThem() {
        try (var driver = driver("forgetting")) {
            for (int i = 0; i < 50; i++) {
                send(driver, Accesses.of(i).make());
            }
            driver.advanceWallClockTime(Duration.ofDays(6));
            send(driver, Accesses.of(50).make());
            driver.advanceWallClockTime(Duration.ofDays(6));
            assertThat(left(driver, FirstOfItsKind.LINES)).isEqualTo(51);
            driver.advanceWallClockTime(Duration.ofDays(2));
            assertThat(left(driver, FirstOfItsKind.LINES)).isZero();
            assertThat(left(driver, CountVisits.VISITS)).isZero();
            assertThat(left(driver, CountDays.TOTALS)).isPositive();
        }
    }

    private static long left(TopologyTestDriver driver, String store) {
        long left = 0;
        try (var all = driver.getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                left++;
            }
        }
        return left;
    }

    @Test
    void takesIdenticalLinesForOneAccess() {
        var access = access("anna", "l1", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 200);
        assertThat(count(List.of(access, access, access)).values())
                .hasSize(2)
                .allSatisfy(counted ->
                        assertThat(counted.cells()).extracting(UsageCell::count).containsExactly(1L));
    }

    @Test
    void countsNeitherOtherMethodsNorOtherAnswers() {
        assertThat(count(List.of(
                        access("a", "l1", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "HEAD", 200),
                        access("a", "l2", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "POST", 200),
                        access("a", "l3", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 403),
                        access("a", "l5", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 404))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {20261123, 7, 8})
    void givesTheSameBytesForAnyOrderOfTheSameAccesses(long seed) {
        var random = new Random(seed);
        var accesses = new ArrayList<DatasetAccessed>();
        for (int i = 0; i < 300; i++) {
            accesses.add(Accesses.of("line" + i)
                    .by(
                            "visitor" + random.nextInt(40),
                            AccessClass.values()[random.nextInt(4)],
                            random.nextBoolean() ? "-" : "curl")
                    .at(random.nextInt(24) * 3_600)
                    .asked("/line" + i, AccessKind.values()[random.nextInt(3)], 200)
                    .through(random.nextBoolean() ? null : "site" + random.nextInt(9), null)
                    .make());
        }
        var ordered = bytes(accesses, "ordered");
        accesses.addAll(List.copyOf(accesses.subList(0, 100)));
        Collections.shuffle(accesses, random);
        assertThat(bytes(accesses, "shuffled")).as("seed %d", seed).isEqualTo(ordered);
    }

    @Test
    void buriesWhatItCannotReadWithTheReasonAndGoesOn() {
        try (var driver = driver("dead")) {
            var input = driver.createInputTopic(
                    Topic.ACCESSES.topicName(), new StringSerializer(), new ByteArraySerializer());
            var dead = driver.createOutputTopic(
                    Topic.ACCESSES.deadLetterName(), new StringDeserializer(), new ByteArrayDeserializer());
            input.pipeInput("who", "no event".getBytes(StandardCharsets.UTF_8));
            send(driver, access("anna", "l1", 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 200));
            var letter = dead.readRecord();
            assertThat(letter.value()).isEqualTo("no event".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.headers().lastHeader(DeadLetter.REASON)).isNotNull();
            assertThat(letter.headers().lastHeader(DeadLetter.ORIGIN)).isNotNull();
            assertThat(dead.isEmpty()).isTrue();
            assertThat(unreadable.count()).isEqualTo(1);
            TestedTopology.tell(driver);
            assertThat(usage(driver).readRecordsToList()).hasSize(Profile.ALL.size());
        }
    }

    @Test
    void tellsManyChangesOfADayAtOnce() {
        try (var driver = driver("coalesced")) {
            for (int i = 0; i < 100; i++) {
                send(driver, access("anna", "l" + i, 9, AccessClass.PERSON, "-", AccessKind.VIEW, "GET", 200));
            }
            TestedTopology.tell(driver);
            var usage = usage(driver);
            assertThat(usage.readRecordsToList()).hasSize(Profile.ALL.size());
            TestedTopology.tell(driver);
            assertThat(usage.isEmpty()).isTrue();
        }
    }

    @Test
    void tellsNowAndThenWhileMuchChanges() {
        try (var driver = driver("import")) {
            for (int look = 1; look <= 9; look++) {
                for (int i = 0; i < 60; i++) {
                    send(
                            driver,
                            Accesses.of(look + "-" + i)
                                    .at(look * 3_600 + 31 * i)
                                    .make());
                }
                driver.advanceWallClockTime(Duration.ofMillis(250));
                assertThat(usage(driver).isEmpty()).as("look %d", look).isEqualTo(look < 9);
            }
        }
    }

    private Map<String, UsageCounted> count(List<DatasetAccessed> accesses) {
        try (var driver = driver("count")) {
            accesses.forEach(access -> send(driver, access));
            TestedTopology.tell(driver);
            var counted = new TreeMap<String, UsageCounted>();
            usage(driver).readRecordsToList().forEach(record -> counted.put(record.key(), (UsageCounted) read(record)));
            return counted;
        }
    }

    private Map<String, String> bytes(List<DatasetAccessed> accesses, String name) {
        try (var driver = driver(name)) {
            var last = new TreeMap<String, String>();
            int sent = 0;
            for (var access : accesses) {
                send(driver, access);
                if (++sent % 97 == 0) {
                    TestedTopology.tell(driver);
                }
            }
            TestedTopology.tell(driver);
            usage(driver)
                    .readRecordsToList()
                    .forEach(record -> last.put(
                            record.key(), new String(record.value(), StandardCharsets.UTF_8) + record.headers()));
            return last;
        }
    }

    private Object read(TestRecord<String, byte[]> record) {
        var consumed = new ConsumerRecord<>(Topic.USAGE.topicName(), 0, 0, record.key(), record.value());
        record.headers().forEach(consumed.headers()::add);
        return ((Decoded.Read) codec.read(consumed)).event();
    }

    private void send(TopologyTestDriver driver, DatasetAccessed access) {
        var record = codec.write(access);
        driver.createInputTopic(Topic.ACCESSES.topicName(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), new RecordHeaders(record.headers())));
    }

    private static TestOutputTopic<String, byte[]> usage(TopologyTestDriver driver) {
        return driver.createOutputTopic(Topic.USAGE.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private TopologyTestDriver driver(String name) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        // As in the service; besides, it spares a file for each record.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new TopologyTestDriver(
                UsageTopology.build(codec, unreadable, Stores::inMemoryKeyValueStore),
                settings,
                Instant.parse("2026-11-23T18:00:00Z"));
    }

    private static DatasetAccessed access(
            String visitor,
            String line,
            int hour,
            AccessClass accessClass,
            String tool,
            AccessKind kind,
            String method,
            int status) {
        return Accesses.of(line)
                .by(visitor, accessClass, tool)
                .at(hour * 3_600 + 1_800)
                .asked("/" + line, kind, status)
                .method(method)
                .make();
    }
}

package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.usage.CodeCounter.DATASET;
import static sightings.ingest.usage.CodeCounter.PAGE;
import static sightings.ingest.usage.CodeCounter.at;
import static sightings.ingest.usage.CodeCounter.visit;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.ingest.usage.CodeCounter.Counted;

/**
 * The rules of the COUNTER Code of Practice for Research Data, one test each, with the Code's own examples where it has
 * some, for the counter of the command and for that of the service. Who is the same visitor is in {@code VisitorIdentityTests},
 * who is a robot in the tests of the classifier, of which portal's a dataset is in {@code CatalogueDatasetsTests}.
 */
class CounterCodeOfPracticeTests {

    private static final String OTHER_DATASET = "2";
    private static final String FILE = "/download/1.csv";

    @TempDir
    static Path folder;

    /** Each test closes those that it gets. */
    static Stream<CodeCounter> counters() {
        return Stream.of(new CodeCounter.OfCommand(folder), new CodeCounter.OfService(folder));
    }

    /** What must hold for the counter of the command and for that of the service. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @MethodSource("counters")
    private @interface OfBoth {}

    @OfBoth
    void answersWith200And304AloneAreCounted(CodeCounter counter) throws IOException {
        int second = at("10:00:00");
        for (int status : new int[] {200, 304, 206, 301, 302, 403, 404, 429, 500}) {
            counter.add(visit().at(second).asked(PAGE, AccessKind.VIEW, status));
            second += 60;
        }
        assertThat(counter.of(DATASET).investigations()).isEqualTo(2);
    }

    @OfBoth
    void twoClicksTwentyNineSecondsApartAreOne(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.view(PAGE, "10:01:29");
        assertThat(counter.of(DATASET).investigations()).isEqualTo(1);
    }

    @OfBoth
    void twoClicksThirtyFiveSecondsApartAreTwo(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.view(PAGE, "10:01:35");
        assertThat(counter.of(DATASET).investigations()).isEqualTo(2);
    }

    @OfBoth
    void exactlyThirtySecondsIsTheMostThatIsStillOne(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.view(PAGE, "10:01:30");
        counter.view(PAGE, "10:02:01");
        assertThat(counter.of(DATASET).investigations()).isEqualTo(2);
    }

    @OfBoth
    void aChainOfClicksIsOneHoweverLongItIs(CodeCounter counter) throws IOException {
        for (int i = 0; i < 10; i++) {
            counter.add(visit().at(at("10:00:00") + 29 * i));
        }
        assertThat(counter.of(DATASET).investigations()).isEqualTo(1);
    }

    @OfBoth
    void theLastClickOfAChainStaysAndItsHourIsTheSession(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:59:50");
        counter.view(PAGE, "11:00:10");
        counter.view(PAGE, "11:30:00");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(2, 0, 1, 0));
    }

    @OfBoth
    void doubleClicksAreFilteredForRequestsToo(CodeCounter counter) throws IOException {
        counter.download(FILE, "10:01:00");
        counter.download(FILE, "10:01:29");
        counter.download(FILE, "10:02:04");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(2, 2, 1, 1));
    }

    @OfBoth
    void clicksOnTwoUrlsAreNoDoubleClick(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.download(FILE, "10:01:05");
        assertThat(counter.of(DATASET).investigations()).isEqualTo(2);
    }

    @OfBoth
    void clicksOfTwoUsersAreNoDoubleClickAndTwoSessions(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.add(visit().by("ben", AccessClass.PERSON, "-").at(at("10:01:05")));
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(2, 0, 2, 0));
    }

    @OfBoth
    void aRequestIsAnInvestigationToo(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.download(FILE, "10:03:00");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(2, 1, 1, 1));
    }

    @OfBoth
    void aDatasetIsInvestigatedAndRequestedOnceInASession(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.view(PAGE, "10:20:00");
        counter.download(FILE, "10:05:00");
        counter.download(FILE, "10:40:00");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(4, 2, 1, 1));
    }

    @OfBoth
    void aDatasetFoundAtSeveralAddressesIsUniqueOnceInASession(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.view("/Transport/Trees/1", "10:01:02");
        counter.view("https://www.example.gov/dataset/trees", "10:01:04");
        counter.download(FILE, "10:01:06");
        counter.download("/resource/1.json", "10:01:08");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(5, 2, 1, 1));
    }

    @OfBoth
    void twoDatasetsOfASessionAreUniqueEach(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.add(visit().ofSet(OTHER_DATASET).at(at("10:01:05")).asked("/d/2", AccessKind.VIEW, 200));
        assertThat(counter.counted())
                .isEqualTo(Map.of(
                        DATASET, Map.of(AccessClass.PERSON, new Counted(1, 0, 1, 0)),
                        OTHER_DATASET, Map.of(AccessClass.PERSON, new Counted(1, 0, 1, 0))));
    }

    /** The Code's own example is of 13:35 and of session 13. */
    @OfBoth
    void aSessionIsAnHourSlice(CodeCounter counter) throws IOException {
        counter.view(PAGE, "13:00:00");
        counter.view(PAGE, "13:35:00");
        counter.view(PAGE, "13:59:59");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(3, 0, 1, 0));
    }

    @OfBoth
    void theNextHourIsAnotherSession(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:59:00");
        counter.view(PAGE, "11:01:00");
        assertThat(counter.of(DATASET)).isEqualTo(new Counted(2, 0, 2, 0));
    }

    @OfBoth
    void robotsAreLeftOut(CodeCounter counter) throws IOException {
        counter.add(visit().by("crawler", AccessClass.ROBOT, "-").at(at("10:01:00")));
        assertThat(counter.counted()).isEmpty();
    }

    @OfBoth
    void accessByMachinesIsCountedAndTracked(CodeCounter counter) throws IOException {
        counter.view(PAGE, "10:01:00");
        counter.add(visit().by("script", AccessClass.TOOL, "curl")
                .at(at("10:01:00"))
                .asked(FILE, AccessKind.DOWNLOAD, 200));
        assertThat(counter.counted().get(DATASET))
                .isEqualTo(Map.of(
                        AccessClass.PERSON, new Counted(1, 0, 1, 0),
                        AccessClass.TOOL, new Counted(1, 1, 1, 1)));
    }
}

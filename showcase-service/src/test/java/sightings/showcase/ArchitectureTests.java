package sightings.showcase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows that are not seen from package names alone. */
@AnalyzeClasses(packages = "sightings.showcase", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule kafkaIsOnlyAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..projection..", "..desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because("reading pages needs no Kafka: only the projector reads it, and only the desk writes to it");

    @ArchTest
    static final ArchRule elasticsearchIsOnlyInTheAdapters = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Elasticsearch")
            .and()
            .resideOutsideOfPackages("..index..", "..projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("co.elastic..")
            .because("pages, desk and API ask questions of the city's things, not of an index");

    @ArchTest
    static final ArchRule submittedAddressesAreNotFetched = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("sightings.showcase.desk.Ingest")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .because(
                    "an address that somebody typed is stored and linked; only ingest asks the outside, with its guards,"
                            + " and the desk asks nobody but ingest, at the address of the settings");

    @ArchTest
    static final ArchRule foldsAreNoSpring = noClasses()
            .that()
            .haveSimpleNameEndingWith("Fold")
            .or()
            .haveSimpleName("Folding")
            .or()
            .haveSimpleName("Batch")
            .or()
            .haveSimpleName("Projection")
            .or()
            .resideInAPackage("..curation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "co.elastic..")
            .because("what an event means can be tried and read without any engine or framework");

    @ArchTest
    static final ArchRule foldsKnowNoClock = noClasses()
            .that()
            .haveSimpleNameEndingWith("Fold")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.InstantSource")
            .because("a replay must give the same bytes at any time");

    @ArchTest
    static final ArchRule nobodyAsksTheSystemsClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes in, so that tests and replays can set it");

    @ArchTest
    static final ArchRule documentsAreRecords = classes()
            .that()
            .haveSimpleNameEndingWith("Document")
            .should()
            .beRecords()
            .because("what the index keeps is data");

    @ArchTest
    static final ArchRule featuresHaveNoCircles =
            slices().matching("sightings.showcase.(*)..").should().beFreeOfCycles();
}

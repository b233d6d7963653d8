package sightings.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.rometools.rome.io.WireFeedInput;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.Reader;

/** Where outside libraries may be used. */
@AnalyzeClasses(packages = "sightings.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule kafkaOnlyAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages("..publishing..", "..usage..")
            .and()
            .haveNameNotMatching("sightings\\.ingest\\.recognising\\..*Listener.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because("features speak in events; transactions, topics and partitions are the business of one package")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule streamsOnlyWhereCounted = noClasses()
            .that()
            .resideOutsideOfPackage("..usage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..")
            .because("only the counting is a stream topology")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule oneWayOut = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..", "org.springframework.web.client..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.net.URLConnection.class)
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(org.jsoup.Jsoup.class, "connect", String.class)
            .because("every request to the outside has its address checked as it connects, and is polite")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule feedDialectsInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("..feeds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rometools..", "org.jdom2..")
            .because("what a feed's elements mean is read once, and handed on as our own records")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noParserReachesOut = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.parsers..", "org.xml.sax..", "org.jdom2.input..", "org.w3c.dom..")
            .orShould()
            .callMethod(WireFeedInput.class, "build", File.class)
            .orShould()
            .callMethod(WireFeedInput.class, "build", Reader.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.rometools.rome.io.SyndFeedInput")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.rometools.rome.io.XmlReader")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
            .because(
                    "documents come from strangers, and these parsers fetch what a document names unless told otherwise")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule watchersKnowNoSpring = noClasses()
            .that()
            .haveSimpleNameEndingWith("Recogniser")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..")
            .because("recognising is a pure function")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the clock is handed in, so that a test can let it stand still")
            .allowEmptyShould(true);
}

package sightings.showcase.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import sightings.event.Area;
import sightings.event.UseType;

/** Tests for {@link StoryPicture}, {@link CityMap}, {@link UsageChart} and {@link Boundaries}. */
class DrawingTests {

    private static final Area LOOP = new Area("Loop", -87.6252, 41.8788);

    private final Boundaries city = read();

    @ParameterizedTest
    @EnumSource(UseType.class)
    void everyKindOfUseHasAPictureThatIsWellFormed(UseType type) throws Exception {
        var picture = new StoryPicture("a", type, LOOP, List.of(Theme.HEALTH, Theme.HOME), "Words");
        var document = parse(picture.draw(city));
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 800 500");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Words");
    }

    @Test
    void theSameStoryGetsTheSamePicture() {
        var picture = new StoryPicture("a", UseType.MAP, LOOP, List.of(Theme.SAFETY), "Words");
        assertThat(picture.draw(city)).isEqualTo(picture.draw(city));
        assertThat(picture.draw(Boundaries.NONE)).isEqualTo(picture.draw(Boundaries.NONE));
        assertThat(new StoryPicture("b", UseType.MAP, new Area("Uptown", -87.66, 41.97), List.of(Theme.SAFETY), "Words")
                        .draw(city))
                .isNotEqualTo(picture.draw(city));
    }

    @Test
    void picturesWithoutPlaceBoundariesOrDataAreStillPictures() throws Exception {
        for (Boundaries boundaries : List.of(city, Boundaries.NONE)) {
            for (Area area : new Area[] {LOOP, null, new Area("Elsewhere", 12, 48)}) {
                var picture = new StoryPicture("a", UseType.BOT, area, List.of(), "Words");
                parse(picture.draw(boundaries));
            }
        }
    }

    @Test
    void manyDatasetsAreCountedRatherThanDrawn() {
        var many = Collections.nCopies(12, Theme.TRANSPORT);
        assertThat(new StoryPicture("a", UseType.MAP, LOOP, many, "Words").draw(city))
                .contains("+7");
    }

    @Test
    void wordsCannotBreakOutOfADrawing() throws Exception {
        var hostile = "</title><script>alert(1)</script>\" onload=\"x \u0000 \uD800";
        var picture = new StoryPicture(hostile, UseType.MAP, LOOP, List.of(), hostile).draw(city);
        assertThat(parse(picture).getElementsByTagName("script").getLength()).isZero();
        var place = new CityMap.Place(1, LOOP, hostile, hostile);
        assertThat(parse(new CityMap(hostile, List.of(place), hostile).draw(city))
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
        var week = new UsageChart.Week(hostile, List.of(new UsageChart.Part(hostile, 3)));
        assertThat(parse(new UsageChart(hostile, List.of(week)).draw())
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
    }

    @Test
    void mapNumbersItsPlacesAndBringsOneOut() throws Exception {
        var map = new CityMap("Map", List.of(new CityMap.Place(1, LOOP, "Title", "/x")), "Loop").draw(city);
        var document = parse(map);
        assertThat(document.getElementsByTagName("path").getLength())
                .isEqualTo(city.districts().size());
        assertThat(map).contains("city-map__area--here", ">1</text>");
    }

    @Test
    void storiesInOnePlaceDoNotHideEachOther() throws Exception {
        var places = List.of(
                new CityMap.Place(1, LOOP, "a", "/a"),
                new CityMap.Place(2, LOOP, "b", "/b"),
                new CityMap.Place(3, LOOP, "c", "/c"));
        var circles = parse(new CityMap("Map", places, null).draw(city)).getElementsByTagName("circle");
        var first = circles.item(0).getAttributes().getNamedItem("cx").getNodeValue();
        var second = circles.item(1).getAttributes().getNamedItem("cx").getNodeValue();
        assertThat(circles.getLength()).isEqualTo(3);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void mapWithNothingToShowIsEmpty() {
        assertThat(new CityMap("Map", List.of(), null).draw(Boundaries.NONE)).isEmpty();
        assertThat(new UsageChart("Chart", List.of()).draw()).isEmpty();
    }

    @Test
    void columnsReachAsHighAsTheirCounts() throws Exception {
        var weeks = List.of(
                new UsageChart.Week("1", List.of(new UsageChart.Part("person", 100))),
                new UsageChart.Week("2", List.of(new UsageChart.Part("person", 30), new UsageChart.Part("tool", 20))),
                new UsageChart.Week("3", List.of(new UsageChart.Part("person", 0))));
        var columns = parse(new UsageChart("Chart", weeks).draw()).getElementsByTagName("rect");
        assertThat(columns.getLength()).isEqualTo(3);
        double tall = height(columns.item(0));
        double half = height(columns.item(1)) + height(columns.item(2));
        assertThat(half).isCloseTo(tall / 2, org.assertj.core.data.Offset.offset(0.2));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "4, 1", "5, 2", "9, 5", "100, 25", "101, 50", "999999, 250000"})
    void scaleIsOfRoundNumbers(long most, long step) {
        assertThat(UsageChart.step(most)).isEqualTo(step);
    }

    @Test
    void placeIsFoundByNameOrElseByWhereItLies() {
        assertThat(city.of(new Area("loop", 0, 0)).orElseThrow().name()).isEqualTo("Loop");
        assertThat(city.of(new Area("My block", -87.6252, 41.8788))
                        .orElseThrow()
                        .name())
                .isEqualTo("Loop");
        assertThat(city.of(new Area("Nowhere", 0, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Transportation, TRANSPORT",
        "Public Safety, SAFETY",
        "Buildings, HOME",
        "Health & Human Services, HEALTH",
        "'', OTHER"
    })
    void categoryHasASign(String category, Theme theme) {
        assertThat(Theme.of(category)).isEqualTo(theme);
    }

    @Test
    void boundariesThatCannotBeReadSayWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boundaries.parse("nothing".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("Not JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boundaries.parse("{}".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("FeatureCollection");
    }

    @Test
    void whatIsNoPolygonIsLeftOut() {
        var points = "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},{},"
                + "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[\"x\",1]]]}}]}";
        assertThat(Boundaries.parse(points.getBytes(StandardCharsets.UTF_8)).isEmpty())
                .isTrue();
    }

    private static double height(org.w3c.dom.Node column) {
        return Double.parseDouble(column.getAttributes().getNamedItem("height").getNodeValue());
    }

    private static Boundaries read() {
        try {
            return Boundaries.parse(Files.readAllBytes(Path.of("..", "sample-city", "community-areas.geojson")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}

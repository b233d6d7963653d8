package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real posts of city and civic blogs: none of them is taken for a page that says that there is no such page. */
class RecordedPostsTests {

    private static final Path DATA = Path.of(System.getProperty("sightings.data", "../../shared/data"));
    private static final URI ADDRESS = URI.create("https://blog.example.org/2014/02/18/post");

    @Test
    void takesNoRealPostForAMissingPage() throws Exception {
        assumeThat(DATA.resolve("posts")).isDirectory();
        var missing = new ArrayList<String>();
        int posts = 0;
        for (Path file : files()) {
            var text = Files.readString(file);
            var title = text.lines()
                    .filter(line -> line.startsWith("title:"))
                    .findFirst()
                    .orElse("title: none")
                    .substring(6);
            var html = "<title>" + title + "</title><article>" + text + "</article>";
            posts++;
            if (SoftNotFound.judge(ADDRESS, ADDRESS, Page.read(html, ADDRESS)) instanceof ArticleReading.Missing) {
                missing.add(file.getFileName().toString());
            }
        }
        assertThat(posts).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static List<Path> files() throws Exception {
        try (var found = Files.walk(DATA.resolve("posts"))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

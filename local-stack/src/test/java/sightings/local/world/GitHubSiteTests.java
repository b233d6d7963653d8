package sightings.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.github.GHContent;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** Tests for {@link GitHubSite} with a library that others use. */
class GitHubSiteTests {

    @TempDir
    private Path folder;

    private World world;
    private GitHub github;

    @BeforeEach
    void connect() throws IOException {
        var clock = InstantSource.fixed(Instant.parse("2026-11-02T18:00:00Z"));
        world = World.start(WorldSettings.still(folder, clock));
        github = new GitHubBuilder()
                .withEndpoint(world.gitHubAddress())
                .withOAuthToken("sample")
                .build();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void codeSearchLeafsThroughAllPages() throws IOException {
        var found =
                github.searchContent().q("\"data.cityofchicago.org\"").list().withPageSize(50);

        assertThat(found.isIncomplete()).isFalse();
        assertThat(found.toList()).hasSize(found.getTotalCount()).hasSizeGreaterThan(100);
    }

    @Test
    void foundFileCanBeRead() throws IOException {
        GHContent found = github.searchContent()
                .q("\"data.cityofchicago.org\" repo:Chicago/clear-water")
                .list()
                .toList()
                .getFirst();

        assertThat(found.getHtmlUrl()).startsWith("https://github.com/Chicago/clear-water/blob/");
        assertThat(text(found)).contains("data.cityofchicago.org/resource/");
        assertThat(found.getOwner().getFullName()).isEqualTo("Chicago/clear-water");
    }

    @Test
    void repositoryTellsItsFacts() throws IOException {
        var repository = github.getRepository("Chicago/food-inspections-evaluation");

        assertThat(github.getRepositoryById(repository.getId()).getFullName()).isEqualTo(repository.getFullName());
        assertThat(repository.getLicense().getKey()).isEqualTo("mit");
        assertThat(repository.listTopics()).contains("food-poisoning");
        assertThat(repository.getOwner().getType()).isEqualTo("Organization");
        assertThat(repository.getHtmlUrl()).hasHost("github.com");
        assertThat(repository.getPushedAt()).isNotNull();
        assertThat(text(repository.getReadme())).contains("data.cityofchicago.org");
        assertThat(text(repository.getFileContent("CODE/15_sanitation_download.R")))
                .contains("me59-5fac");
    }

    @Test
    void repositoriesAreFoundByTheirReadmeAndLastPush() throws IOException {
        var all = github.searchRepositories()
                .q("\"data.cityofchicago.org\" in:name,description,readme")
                .list()
                .toList();
        var before = github.searchRepositories()
                .q("\"data.cityofchicago.org\" in:readme pushed:1970-01-01T00:00:00Z..2017-12-31T23:59:59Z")
                .list()
                .toList();
        var after = github.searchRepositories()
                .q("\"data.cityofchicago.org\" in:readme pushed:>=2018-01-01T00:00:00Z")
                .list()
                .toList();

        assertThat(all).isNotEmpty().hasSize(before.size() + after.size());
        assertThat(after).allMatch(found -> found.getName() != null);
    }

    @Test
    void budgetsAreTold() throws IOException {
        assertThat(github.getRateLimit().getSearch().getLimit()).isEqualTo(30);
        assertThat(github.getRateLimit().getCore().getRemaining()).isPositive();
    }

    private static String text(GHContent content) throws IOException {
        try (var stream = content.read()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

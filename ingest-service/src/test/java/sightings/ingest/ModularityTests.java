package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each feature is a module, and uses of others only what they show and what it may. */
class ModularityTests {

    /** Which feature may use which; a new arrow is a decision, made here. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("settings", Set.of()),
            Map.entry("bytes", Set.of()),
            Map.entry("watching", Set.of()),
            Map.entry("publishing", Set.of("watching", "settings")),
            Map.entry("web", Set.of("settings")),
            Map.entry("catalogue", Set.of("bytes", "watching", "publishing", "settings", "web")),
            Map.entry("downloads", Set.of("bytes", "watching", "publishing", "settings", "catalogue")),
            Map.entry("statistics", Set.of("watching", "publishing", "catalogue", "downloads")),
            Map.entry("usage", Set.of("publishing", "settings")),
            Map.entry("github", Set.of("watching", "settings", "catalogue", "web")),
            Map.entry("feeds", Set.of("watching", "settings", "web")),
            Map.entry("recognising", Set.of("bytes", "watching", "publishing", "settings", "catalogue")),
            // What staff ask reaches the catalogue and the sources, and is answered by whoever reads the like of it.
            Map.entry(
                    "asked",
                    Set.of(
                            "watching",
                            "publishing",
                            "catalogue",
                            "recognising",
                            "settings",
                            "downloads",
                            "usage",
                            "feeds",
                            "github")),
            Map.entry(
                    "commands", Set.of("bytes", "catalogue", "recognising", "downloads", "usage", "watching", "web")));

    private final ApplicationModules modules = ApplicationModules.of(IngestApplication.class);

    @Test
    void featuresUseOnlyWhatOthersShow() {
        modules.verify();
    }

    @Test
    void featuresKeepToTheirAllowedArrows() {
        for (var module : modules) {
            var name = module.getIdentifier().toString();
            var used = module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(each -> each.getIdentifier().toString())
                    .toList();
            assertThat(ALLOWED).as("Feature '%s' says what it may use", name).containsKey(name);
            assertThat(ALLOWED.get(name))
                    .as("What '%s' may use, because an arrow more is a decision", name)
                    .containsAll(used);
        }
    }
}

package sightings.showcase.pages;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.city.CitySettings;
import sightings.event.Topic;

/** What is kept about whom and for how long, said with the settings that are in force. */
@Controller
class PrivacyController {

    private final CitySettings city;
    private final Duration session;
    private final Wording wording;

    PrivacyController(
            CitySettings city, @Value("${server.servlet.session.timeout:30m}") Duration session, Wording wording) {
        this.city = city;
        this.session = session;
        this.wording = wording;
    }

    @GetMapping("/privacy")
    String privacy(Locale locale, Model model) {
        model.addAttribute("logs", !city.logs().isEmpty());
        model.addAttribute("accesses", days(Topic.ACCESSES, "retention.ms"));
        model.addAttribute("open", wording.hours(locale, city.counting().openFor()));
        model.addAttribute(
                "destroyed",
                wording.hours(
                        locale,
                        city.counting().openFor().plusHours(1).plus(setting(Topic.SALTS, "max.compaction.lag.ms"))));
        model.addAttribute("threshold", city.counting().fewerThan());
        model.addAttribute("session", wording.hours(locale, session));
        model.addAttribute("statistics", !city.statistics().isEmpty());
        return "pages/privacy";
    }

    private static long days(Topic topic, String name) {
        return setting(topic, name).toDays();
    }

    private static Duration setting(Topic topic, String name) {
        return Duration.ofMillis(
                Long.parseLong(Objects.requireNonNull(topic.settings().get(name))));
    }
}

package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.city.CitySettings;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.ProfileWeek;
import sightings.showcase.usage.UsageQueries;

/** How usage is counted, said with the settings, lists and rules that are in force, and shown on a real week. */
@Controller
class MethodController {

    private final UsageQueries usage;
    private final MethodComparisons comparisons;
    private final CitySettings city;
    private final Wording wording;

    MethodController(UsageQueries usage, MethodComparisons comparisons, CitySettings city, Wording wording) {
        this.usage = usage;
        this.comparisons = comparisons;
        this.city = city;
        this.wording = wording;
    }

    @GetMapping("/method")
    String method(Locale locale, Model model) {
        var week = usage.compared();
        model.addAttribute(
                "comparison", week.flatMap(each -> comparisons.of(each, locale)).orElse(null));
        model.addAttribute("lists", week.map(ProfileWeek::lists).orElse(List.of()));
        model.addAttribute("downloads", Profile.DOWNLOADS.rules());
        model.addAttribute("counter", Profile.COUNTER_RD.rules());
        model.addAttribute("threshold", city.counting().fewerThan());
        model.addAttribute("open", city.counting().openFor().toHours());
        model.addAttribute("zone", city.timeZone().getDisplayName(java.time.format.TextStyle.FULL, locale));
        model.addAttribute("excluded", city.logs().stream().anyMatch(MethodController::excludes));
        model.addAttribute("reported", usage.hasAny(Profile.REPORTED));
        model.addAttribute(
                "since",
                usage.countedSince().map(day -> wording.day(locale, day)).orElse(null));
        return "pages/method";
    }

    private static boolean excludes(CitySettings.Logs logs) {
        return !logs.exclude().isEmpty() || !logs.excludeAgents().isEmpty();
    }
}

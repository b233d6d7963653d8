package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.Rising;
import sightings.showcase.usage.UsageQueries;

/** How much the data is used: all together, which datasets most, and which more than before. */
@Controller
class UsageController {

    private static final int MOST = 15;
    private static final int RISING = 6;

    private final UsageQueries usage;
    private final UsagePanels panels;
    private final UsageRows rows;

    UsageController(UsageQueries usage, UsagePanels panels, UsageRows rows) {
        this.usage = usage;
        this.panels = panels;
        this.rows = rows;
    }

    @GetMapping("/usage")
    String usage(Locale locale, Model model) {
        boolean counted = usage.hasAny(Profile.DOWNLOADS);
        model.addAttribute("usage", panels.headline(locale).orElse(null));
        model.addAttribute("counted", counted);
        model.addAttribute("mostUsed", counted ? rows.mostUsed(MOST, locale) : List.of());
        model.addAttribute("rising", counted ? rows.rising(RISING, locale) : List.of());
        model.addAttribute("weeks", Rising.WEEKS);
        model.addAttribute("least", Rising.MOST_NOISE);
        return "pages/usage";
    }
}

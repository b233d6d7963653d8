package sightings.showcase.desk;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page. {@code POST /desk/sign-in} with {@code username}, {@code password} and {@code _csrf} is answered by
 * {@link DeskSecurity}, as is {@code POST /desk/sign-out} with {@code _csrf}.
 */
@Controller
class SignInController {

    private final DeskSettings settings;

    SignInController(DeskSettings settings) {
        this.settings = settings;
    }

    @GetMapping(DeskSecurity.SIGN_IN)
    String signIn(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("failed", parameters.containsKey("failed"));
        model.addAttribute("wait", parameters.containsKey("wait"));
        model.addAttribute("waitMinutes", SignInLimit.WINDOW.toMinutes());
        model.addAttribute("out", parameters.containsKey("out"));
        model.addAttribute("closed", !settings.isOpen());
        return "desk/sign-in";
    }
}

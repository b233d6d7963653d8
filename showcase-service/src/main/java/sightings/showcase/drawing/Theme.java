package sightings.showcase.drawing;

import java.util.List;
import java.util.Locale;

/** What a dataset is about, as far as a picture tells: a sign (24 units wide, drawn with lines) and a ground. */
public enum Theme {
    TRANSPORT(
            List.of("transport", "transit", "traffic", "street", "parking", "bike", "mobility", "aviation"),
            "#0d3b66",
            "<rect x='5' y='3.5' width='14' height='14' rx='2.5'/><path d='M5 11h14M8.5 17.5v2.5M15.5 17.5v2.5'/>"
                    + "<circle cx='8.7' cy='14.3' r='.9'/><circle cx='15.3' cy='14.3' r='.9'/>"),
    SAFETY(
            List.of("safety", "crime", "police", "fire", "emergency", "justice", "court"),
            "#2b2d5b",
            "<path d='M12 3l7.5 2.8v5.4c0 4.6-3 8-7.5 9.8-4.5-1.800-7.500-5.200-7.500-9.800V5.800z'/><path d='M8.8 12l2.3 2.300 4.200-4.600'/>"),
    HEALTH(
            List.of("health", "human services", "food", "inspection", "covid", "clinic"),
            "#0b4f4a",
            "<path d='M12 20C6.500 16 3.500 12.700 3.500 9.200a4.300 4.300 0 0 1 8.500-1.200 4.300 4.300 0 0 1 8.500 1.200C20.500 12.700 17.500 16 12 20z'/>"),
    HOME(
            List.of(
                    "building",
                    "housing",
                    "permit",
                    "zoning",
                    "propert",
                    "land use",
                    "vacant",
                    "facilities",
                    "boundar"),
            "#5a2a27",
            "<path d='M4 20V9.500L12 3.500l8 6V20zM9.500 20v-6h5v6'/>"),
    NATURE(
            List.of(
                    "environment",
                    "park",
                    "recreation",
                    "water",
                    "tree",
                    "sustain",
                    "weather",
                    "beach",
                    "energy",
                    "animal"),
            "#1d4a2c",
            "<path d='M12 21v-9M12 14c-5 0-7.500-2.800-7.500-8C9.500 6 12 9 12 14zM12 16.500c0-4.200 2.500-6.800 7.500-6.800 0 4.600-2.800 6.800-7.500 6.800z'/>"),
    MONEY(
            List.of(
                    "finance",
                    "budget",
                    "administration",
                    "contract",
                    "salar",
                    "economic",
                    "business",
                    "licens",
                    "payment"),
            "#3d3413",
            "<path d='M4 20h16M5.500 17.500V10M10 17.500V10M14 17.500V10M18.500 17.500V10M3.500 10h17L12 4z'/>"),
    LEARNING(
            List.of("education", "school", "librar", "youth", "learning"),
            "#4a2545",
            "<path d='M12 6.500C9.500 4.800 6.500 4.500 3.500 5v13.500c3-.5 6-.2 8.500 1.500 2.500-1.700 5.500-2 8.500-1.500V5c-3-.5-6-.2-8.500 1.500zM12 6.500V20'/>"),
    SERVICE(
            List.of(
                    "311",
                    "service request",
                    "sanitation",
                    "complaint",
                    "community",
                    "election",
                    "government",
                    "ethics"),
            "#12405a",
            "<path d='M4 5h16v11h-8.500L7 20v-4H4z'/><path d='M8 9h8M8 12.200h5'/>"),
    OTHER(
            List.of(),
            "#1c3557",
            "<ellipse cx='12' cy='6' rx='7.500' ry='2.700'/><path d='M4.500 6v12c0 1.500 3.400 2.700 7.500 2.700s7.500-1.200 7.500-2.700V6M4.500 12c0 1.500 3.400 2.700 7.500 2.700s7.500-1.200 7.500-2.700'/>");

    private final List<String> words;
    private final String ground;
    private final String sign;

    Theme(List<String> words, String ground, String sign) {
        this.words = words;
        this.ground = ground;
        this.sign = sign;
    }

    /** The theme that the words of a portal's category come nearest to. */
    public static Theme of(String category) {
        var lower = category.toLowerCase(Locale.ROOT);
        for (Theme theme : values()) {
            if (theme.words.stream().anyMatch(lower::contains)) {
                return theme;
            }
        }
        return OTHER;
    }

    String ground() {
        return ground;
    }

    String sign() {
        return sign;
    }
}

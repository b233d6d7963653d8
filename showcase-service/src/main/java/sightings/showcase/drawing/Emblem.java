package sightings.showcase.drawing;

import sightings.event.UseType;

/** The sign of a kind of use, 24 units wide, drawn with lines. */
final class Emblem {

    private static final String WINDOW = "<rect x='3' y='4.500' width='18' height='15' rx='2'/><path d='M3 9h18'/>";
    private static final String SHEET = "<path d='M6 3.500h8.500L19 8v12.500H6z'/>";

    private Emblem() {}

    static String of(UseType type) {
        return switch (type) {
            case APPLICATION -> WINDOW + "<path d='M7 13h5M7 16h8'/>";
            case VISUALIZATION -> "<path d='M4 4v16h16'/><path d='M7.500 15.500l4-5 3.500 3 4.500-6.500'/>";
            case MAP ->
                "<path d='M3.500 6l5.700-2 5.600 2 5.700-2v14l-5.700 2-5.600-2-5.700 2zM9.200 4v14M14.800 6v14'/>";
            case API_SERVICE -> "<path d='M8.500 7l-5 5 5 5M15.500 7l5 5-5 5M13.500 5l-3 14'/>";
            case NEWS_ARTICLE ->
                "<path d='M4 5h13v14.500H6a2 2 0 0 1-2-2zM17 9h3.500v8.500a2 2 0 0 1-2 2'/><path d='M7 8.500h7M7 12h7M7 15.500h4'/>";
            case RESEARCH ->
                "<path d='M9.500 3.500h5M10.500 3.500v6L4.800 19a1 1 0 0 0 .9 1.500h12.600a1 1 0 0 0 .9-1.500L13.500 9.500v-6M8 15h8'/>";
            case REPORT -> SHEET + "<path d='M9 11.500h6.500M9 14.500h6.500M9 17.300h4'/>";
            case TUTORIAL -> SHEET + "<path d='M9 12l1.500 1.500L13 11M9 16.500h6'/>";
            case DASHBOARD -> WINDOW + "<path d='M7.500 16.500v-3M12 16.500v-5M16.500 16.500v-4'/>";
            case BOT ->
                "<rect x='4' y='8' width='16' height='11' rx='3'/><path d='M12 8V4.500'/><circle cx='9' cy='13' r='1.200'/><circle cx='15' cy='13' r='1.200'/>";
            case LIBRARY ->
                "<path d='M9 4c-3 0-3 1.500-3 4s0 4-2.500 4C6 12 6 13.500 6 16s0 4 3 4M15 4c3 0 3 1.500 3 4s0 4 2.500 4C18 12 18 13.500 18 16s0 4-3 4'/>";
            case CLASS_MATERIAL, ART_OR_EDUCATION ->
                "<path d='M2.500 9L12 5l9.500 4-9.500 4zM6.500 11v5c3 2.300 8 2.300 11 0v-5'/>";
            case INTERNAL_CITY_USE -> "<path d='M4 20h16M6 17V10M10 17V10M14 17V10M18 17V10M3.500 10h17L12 4z'/>";
            case DERIVED_DATASET -> Theme.OTHER.sign();
        };
    }
}

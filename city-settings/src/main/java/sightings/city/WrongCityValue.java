package sightings.city;

/** A value of {@code city.yml} that only who uses it could see to be wrong. It stops the start, which says what would be right. */
public final class WrongCityValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Of this key.
     *
     * @param key as in {@code city.logs[0].format}
     * @param trouble what is wrong with the value, as a sentence
     */
    public WrongCityValue(String key, String trouble, Throwable cause) {
        super(key + ": " + trouble, cause);
        this.key = key;
    }

    /** What is wrong, and what would be right. */
    String told() {
        return getMessage() + "; " + CityKeys.right(key);
    }
}

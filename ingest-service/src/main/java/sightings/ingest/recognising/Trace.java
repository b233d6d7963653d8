package sightings.ingest.recognising;

/** Who is told what a reading looked at and did not take, and why. Reading for finds tells nobody. */
interface Trace {

    /** Nobody listens. */
    Trace NONE = new Trace() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void refused(int start, int end, Refusal refusal) {
            // Nobody listens.
        }
    };

    /** Whether somebody listens; reasons are put into words only then. */
    boolean isOn();

    /** This part of the text was looked at and not taken. */
    void refused(int start, int end, Refusal refusal);
}

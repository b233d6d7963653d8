package sightings.ingest.downloads;

import org.jspecify.annotations.Nullable;

/**
 * Does one step of work at a time beside the thread that asks for it, in the order in which it asks: so the accesses of some lines
 * are encoded, sent and committed while the next lines are read. What goes wrong is thrown where the next step begins, or at
 * the latest where the end is waited for. Used by one thread.
 */
final class Sending implements AutoCloseable {

    private @Nullable Step underWay;

    /** Begins a step when the one before has been done. */
    void begin(Runnable work) throws InterruptedException {
        settle();
        underWay = new Step(work);
    }

    /** Waits until all is done. Throws what a step has thrown. */
    void settle() throws InterruptedException {
        var step = underWay;
        if (step != null) {
            step.thread.join();
            underWay = null;
            step.throwFailure();
        }
    }

    /** Breaks off what is under way, and waits until it has ended: nobody uses behind its back what it uses. */
    @Override
    public void close() {
        var step = underWay;
        underWay = null;
        if (step != null) {
            step.thread.interrupt();
            boolean interrupted = Thread.interrupted();
            while (step.thread.isAlive()) {
                try {
                    step.thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Step {

        private final Thread thread;
        private @Nullable Throwable failure;

        Step(Runnable work) {
            thread = Thread.ofVirtual().name("sending").start(() -> {
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
            });
        }

        /** Asked when the thread has ended, which makes its failure visible. */
        void throwFailure() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}

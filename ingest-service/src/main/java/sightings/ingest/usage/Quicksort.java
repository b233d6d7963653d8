package sightings.ingest.usage;

import java.util.concurrent.RecursiveAction;

/** Sorts clicks that lie side by side in one array, which no sort of the platform does; many of them on all processors. */
final class Quicksort {

    private static final int WIDTH = ClickSorter.WIDTH;
    private static final int FEW = 12;
    private static final int MANY = 1 << 15;

    private Quicksort() {}

    /** Sorts the first so many clicks. */
    static void sort(long[] numbers, int count) {
        new Part(numbers, 0, count - 1).invoke();
    }

    /** A part of the array that is sorted by itself. */
    private static final class Part extends RecursiveAction {

        private static final long serialVersionUID = 1;

        private final transient long[] numbers;
        private final int first;
        private final int last;

        Part(long[] numbers, int first, int last) {
            this.numbers = numbers;
            this.first = first;
            this.last = last;
        }

        @Override
        protected void compute() {
            var pivot = new long[WIDTH];
            if (last - first < MANY) {
                sort(numbers, first, last, pivot);
                return;
            }
            long borders = partition(numbers, first, last, pivot);
            invokeAll(new Part(numbers, first, high(borders)), new Part(numbers, low(borders), last));
        }
    }

    /** Compares two clicks, number by number. */
    static int compare(long[] one, int at, long[] other, int there) {
        // Mostly the first one decides.
        if (one[at] != other[there]) {
            return one[at] < other[there] ? -1 : 1;
        }
        for (int i = 1; i < WIDTH; i++) {
            long left = one[at + i];
            long right = other[there + i];
            if (left != right) {
                return left < right ? -1 : 1;
            }
        }
        return 0;
    }

    private static void sort(long[] numbers, int first, int last, long[] pivot) {
        int from = first;
        int to = last;
        while (to - from > FEW) {
            long borders = partition(numbers, from, to, pivot);
            int high = high(borders);
            int low = low(borders);
            // The longer half goes on in this turn, so that calls are never nested deeply.
            if (high - from < to - low) {
                sort(numbers, from, high, pivot);
                from = low;
            } else {
                sort(numbers, low, to, pivot);
                to = high;
            }
        }
        insert(numbers, from, to);
    }

    /** Brings what is below the pivot to the front: up to the first border, what is above it from the second one on. */
    private static long partition(long[] numbers, int first, int last, long[] pivot) {
        System.arraycopy(numbers, median(numbers, first, last) * WIDTH, pivot, 0, WIDTH);
        // Mostly the first number decides, and a simple compiler keeps it at hand.
        long border = pivot[0];
        int low = first;
        int high = last;
        while (low <= high) {
            while (numbers[low * WIDTH] < border
                    || numbers[low * WIDTH] == border && compare(numbers, low * WIDTH, pivot, 0) < 0) {
                low++;
            }
            while (numbers[high * WIDTH] > border
                    || numbers[high * WIDTH] == border && compare(numbers, high * WIDTH, pivot, 0) > 0) {
                high--;
            }
            if (low <= high) {
                swap(numbers, low++, high--);
            }
        }
        return (long) high << Integer.SIZE | low;
    }

    private static int high(long borders) {
        return (int) (borders >> Integer.SIZE);
    }

    private static int low(long borders) {
        return (int) borders;
    }

    private static int median(long[] numbers, int first, int last) {
        int middle = first + last >>> 1;
        boolean rising = compare(numbers, first * WIDTH, numbers, middle * WIDTH) < 0;
        boolean middleBelowLast = compare(numbers, middle * WIDTH, numbers, last * WIDTH) < 0;
        if (rising == middleBelowLast) {
            return middle;
        }
        boolean firstBelowLast = compare(numbers, first * WIDTH, numbers, last * WIDTH) < 0;
        return rising == firstBelowLast ? last : first;
    }

    private static void insert(long[] numbers, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            for (int j = i; j > first && compare(numbers, j * WIDTH, numbers, (j - 1) * WIDTH) < 0; j--) {
                swap(numbers, j, j - 1);
            }
        }
    }

    private static void swap(long[] numbers, int one, int other) {
        for (int i = 0; i < WIDTH; i++) {
            long kept = numbers[one * WIDTH + i];
            numbers[one * WIDTH + i] = numbers[other * WIDTH + i];
            numbers[other * WIDTH + i] = kept;
        }
    }
}

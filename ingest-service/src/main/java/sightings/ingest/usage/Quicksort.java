package sightings.ingest.usage;

/** Sorts clicks that lie side by side in one array, which no sort of the platform does. */
final class Quicksort {

    private static final int WIDTH = ClickSorter.WIDTH;
    private static final int FEW = 12;

    private Quicksort() {}

    /** Sorts the first so many clicks. */
    static void sort(long[] numbers, int count) {
        sort(numbers, 0, count - 1, new long[WIDTH]);
    }

    /** Compares two clicks, number by number. */
    static int compare(long[] one, int at, long[] other, int there) {
        for (int i = 0; i < WIDTH; i++) {
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
            System.arraycopy(numbers, median(numbers, from, to) * WIDTH, pivot, 0, WIDTH);
            int low = from;
            int high = to;
            while (low <= high) {
                while (compare(numbers, low * WIDTH, pivot, 0) < 0) {
                    low++;
                }
                while (compare(numbers, high * WIDTH, pivot, 0) > 0) {
                    high--;
                }
                if (low <= high) {
                    swap(numbers, low++, high--);
                }
            }
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

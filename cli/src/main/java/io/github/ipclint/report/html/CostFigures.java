package io.github.ipclint.report.html;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class CostFigures {
    private CostFigures() {}

    static String amount(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Whole numbers without a fraction, others with two digits. */
    static String amount(double number) {
        long whole = Math.round(number);
        return Math.abs(number - whole) < 1e-9 ? amount(whole) : String.format(Locale.ROOT, "%,.2f", number);
    }

    /** In the largest unit that needs no fraction. */
    static String size(int bytes) {
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : Texts.count("cost.size", bytes);
    }

    static String nanoseconds(long number) {
        return amount(number) + " ns";
    }
}

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

    static String nanoseconds(long number) {
        return amount(number) + " ns";
    }
}

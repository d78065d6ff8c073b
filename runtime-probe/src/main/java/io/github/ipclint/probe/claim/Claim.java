package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Grade;

/**
 * A statement of one of the documents.
 *
 * @param id number of the document and of the statement in it
 * @param reference document and line, or first and last line
 * @param reading what the statement says, in our words
 * @param asRoot the grade that is expected when root runs the probe
 * @param asUser the grade that is expected when anybody else does
 * @param experiment name of the experiment that decides it
 */
public record Claim(String id, String reference, String reading, Grade asRoot, Grade asUser, String experiment) {
    /** The grade that is expected for the user who runs the probe. */
    public Grade expected(boolean root) {
        return root ? asRoot : asUser;
    }
}

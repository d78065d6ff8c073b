package io.github.ipclint.cli;

import java.nio.file.Path;

/**
 * What a report needs beside the result.
 *
 * @param root folder that all paths in the result are relative to; reports read source lines below it
 * @param failOn from which level on findings make the run fail, for the verdict
 * @param colour whether a console report may use colours
 */
record ReportContext(Path root, FailOn failOn, boolean colour) {}

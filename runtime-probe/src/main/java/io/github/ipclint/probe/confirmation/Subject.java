package io.github.ipclint.probe.confirmation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run for a finding: the programs that meet in it, and nothing else.
 *
 * @param files all that the compiler may read, by relative path
 * @param programs that of the finding first
 */
public record Subject(Map<String, byte[]> files, List<Program> programs) {
    public Subject {
        files = new TreeMap<>(files);
        programs = List.copyOf(programs);
    }

    /**
     * One executable.
     *
     * @param main path of the file with its {@code main}
     * @param companions sources whose functions it may call
     * @param folders in which its headers are
     * @param commandLines arguments to start it with
     */
    public record Program(String main, List<String> companions, List<String> folders, CommandLines commandLines) {
        public Program {
            companions = List.copyOf(companions);
            folders = List.copyOf(folders);
        }
    }
}

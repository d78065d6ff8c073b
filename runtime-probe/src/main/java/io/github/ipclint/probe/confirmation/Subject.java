package io.github.ipclint.probe.confirmation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run for a finding: the programs that meet in it, and nothing else.
 *
 * @param files all that the compiler may read, by relative path
 * @param programs those that are started, at most as many as a room has inputs
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
     * @param arguments on its command line
     */
    public record Program(String main, List<String> companions, List<String> folders, List<String> arguments) {
        public Program {
            companions = List.copyOf(companions);
            folders = List.copyOf(folders);
            arguments = List.copyOf(arguments);
        }
    }
}

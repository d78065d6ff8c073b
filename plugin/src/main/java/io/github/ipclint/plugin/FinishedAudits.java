package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** What this build has analysed already and where the reports are, so that check and report do not both do it. */
final class FinishedAudits {
    private static final String KEY = "finished audits";

    private final Map<String, Object> context;

    FinishedAudits(MavenSession session, PluginDescriptor plugin) {
        this.context = session.getPluginContext(plugin, session.getTopLevelProject());
    }

    void add(List<Path> roots, Path folder) {
        synchronized (context) {
            folders().put(name(roots), folder);
        }
    }

    /** The folder with the reports of exactly these sources. */
    Optional<Path> folder(List<Path> roots) {
        synchronized (context) {
            return Optional.ofNullable(folders().get(name(roots)));
        }
    }

    @SuppressWarnings("unchecked") // written here only
    private Map<String, Path> folders() {
        return (Map<String, Path>) context.computeIfAbsent(KEY, absent -> new HashMap<>());
    }

    private static String name(List<Path> roots) {
        return roots.stream().map(Path::toString).sorted().collect(Collectors.joining("\n"));
    }
}

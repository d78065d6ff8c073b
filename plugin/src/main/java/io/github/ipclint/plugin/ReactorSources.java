package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Gathers the sources of all modules until the last one has come by: the two ends of a channel often live in different modules, so
 * they are analysed together, by one engine.
 *
 * <p>Kept in the plugin context of the top project. Only JDK types are stored there, since modules with different plugin
 * dependencies have different class loaders.
 */
final class ReactorSources {
    private final Map<String, Object> context;
    private final String key;
    private final Set<String> expected = new LinkedHashSet<>();

    ReactorSources(MavenSession session, MojoExecution execution) {
        this.context = session.getPluginContext(execution.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
        this.key = "sources of " + execution.getExecutionId();
        for (MavenProject project : session.getProjects()) {
            if (execution.getSource() == MojoExecution.Source.CLI || runs(project, execution)) {
                expected.add(project.getId());
            }
        }
    }

    private static boolean runs(MavenProject project, MojoExecution wanted) {
        Plugin plugin = project.getPlugin(wanted.getGroupId() + ":" + wanted.getArtifactId());
        if (plugin == null) {
            return false;
        }
        PluginExecution execution = plugin.getExecutionsAsMap().get(wanted.getExecutionId());
        return execution != null && execution.getGoals().contains(wanted.getGoal()) && !"none".equals(execution.getPhase());
    }

    /**
     * Adds one module.
     *
     * @return the sources of all modules in reactor order when this was the last one to come, else empty
     */
    Optional<List<Path>> add(MavenProject project, List<Path> roots) {
        expected.add(project.getId());
        synchronized (context) {
            @SuppressWarnings("unchecked") // written here only
            Map<String, List<Path>> byModule = (Map<String, List<Path>>) context.computeIfAbsent(key, absent -> new HashMap<>());
            byModule.put(project.getId(), List.copyOf(roots));
            if (!byModule.keySet().containsAll(expected)) {
                return Optional.empty();
            }
            context.remove(key);
            List<Path> all = new ArrayList<>();
            expected.forEach(module -> all.addAll(byModule.getOrDefault(module, List.of())));
            return Optional.of(all.stream().distinct().toList());
        }
    }
}

package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Fetches the analyzer. It is no dependency of the plugin, so that the plugin's class loader holds nothing that needs a newer JVM. */
final class EngineClassPath {
    private EngineClassPath() {}

    /** All jars of the command line in the given version, its own first. */
    static List<Path> resolve(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories, String version)
            throws DependencyResolutionException {
        DefaultArtifact commandLine = new DefaultArtifact("io.github.ipclint", "ipclint-cli", "jar", version);
        // Maven's session leaves test, provided and optional dependencies out by itself. Of the resolver only its API is visible here.
        CollectRequest collect = new CollectRequest(new Dependency(commandLine, "runtime"), repositories);
        DependencyRequest request = new DependencyRequest(collect, null);
        return system.resolveDependencies(session, request).getArtifactResults().stream()
                .map(ArtifactResult::getArtifact)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }
}

package io.github.ipclint.probe.experiment;

import io.github.ipclint.probe.bench.Experiment;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All experiments by name. */
public final class Experiments {
    private Experiments() {}

    public static Map<String, Experiment> byName() {
        return Stream
                .of(PipeExperiments.all(), BlockingExperiments.all(), FifoExperiments.all(), FileExperiments.all(),
                        OpenFileExperiments.all(),
                        ProcessExperiments.all(), QueueExperiments.all(), SharedMemoryExperiments.all(), SegmentExperiments.all(),
                        SegmentLifetimeExperiments.all(), MappingExperiments.all(), SocketExperiments.all(), SignalExperiments.all(),
                        NameExperiments.all(), SpeedExperiments.all())
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Experiment::name, Function.identity(), (one, other) -> {
                    throw new IllegalStateException("two experiments are called " + one.name());
                }, TreeMap::new));
    }
}

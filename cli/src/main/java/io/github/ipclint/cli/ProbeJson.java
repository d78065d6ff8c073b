package io.github.ipclint.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ipclint.probe.claim.ClaimRun;
import io.github.ipclint.probe.claim.GradedClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Results of the probe as JSON. */
final class ProbeJson {
    private static final int VERSION = 1;

    private ProbeJson() {}

    static void claims(Path file, ClaimRun.Setting setting, int repeat, List<GradedClaim> graded) {
        try (JsonWriter json = new JsonWriter(Files.newBufferedWriter(file))) {
            json.setIndent("  ");
            json.beginObject().name("version").value(VERSION);
            json.name("kernel").value(setting.kernel());
            json.name("architecture").value(System.getProperty("os.arch"));
            json.name("java").value(Runtime.version().toString());
            json.name("root").value(setting.root());
            json.name("namespaces").value(setting.isolation().fresh());
            json.name("trials").value(repeat);
            json.name("claims").beginArray();
            for (GradedClaim it : graded) {
                claim(json, it);
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UsageException("cannot write '" + file + "': " + FailureMessages.reason(e));
        }
    }

    private static void claim(JsonWriter json, GradedClaim it) throws IOException {
        json.beginObject().name("id").value(it.claim().id());
        json.name("reference").value(it.claim().reference());
        json.name("reading").value(it.claim().reading());
        json.name("grade").value(ProbeClaimsCommand.gradeWord(it));
        json.name("declared").value(it.expected().word());
        json.name("differs").value(it.differs());
        json.name("experiment").value(it.claim().experiment());
        json.name("outcomes").value(it.verdict().outcomes());
        json.name("observed").value(it.verdict().observed());
        json.name("control").value(it.verdict().control());
        json.name("milliseconds").value(it.verdict().milliseconds());
        json.endObject();
    }
}

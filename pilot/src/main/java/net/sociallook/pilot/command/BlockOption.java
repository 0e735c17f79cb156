package net.sociallook.pilot.command;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.pilot.state.PilotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a block is about; nothing named means everything. */
public final class BlockOption {
  @ArgGroup(exclusive = true)
  private @Nullable Subject subject;

  @Option(
      names = "--holder",
      paramLabel = "INSTITUTION",
      description = "Whose document it is; needed with --document.")
  private @Nullable String holder;

  /** One of these. */
  static final class Subject {
    @Option(names = "--institution", paramLabel = "INSTITUTION", description = "This institution.")
    private @Nullable String institution;

    @Option(names = "--document", paramLabel = "ID", description = "This document.")
    private @Nullable String document;

    @Option(
        names = "--person",
        paramLabel = "CASEWORKER",
        description = "This caseworker, by id or name.")
    private @Nullable String person;

    @Option(
        names = "--label",
        paramLabel = "L",
        description = "This kind of sensitive content, for example SUD.")
    private @Nullable String label;
  }

  Map<String, String> form(RunningPilot pilot) {
    Map<String, String> form = new LinkedHashMap<>();
    if (subject == null) {
      form.put("kind", "everything");
    } else if (subject.institution != null) {
      form.put("kind", "institution");
      form.put("institution", pilot.institution(subject.institution).id());
    } else if (subject.document != null) {
      form.put("kind", "document");
      form.put("holder", holderOf(pilot));
      form.put("document", subject.document);
    } else if (subject.person != null) {
      form.put("kind", "person");
      form.put("caseworker", caseworker(pilot, subject.person));
    } else if (subject.label != null) {
      form.put("kind", "sensitivity");
      form.put("code", subject.label);
    }
    return form;
  }

  private String holderOf(RunningPilot pilot) {
    if (holder == null) {
      throw new CommandFailed("--holder: missing (expected: whose document it is)");
    }
    return pilot.institution(holder).id();
  }

  private static String caseworker(RunningPilot pilot, String named) {
    return pilot.file().institutions().stream()
        .flatMap(institution -> institution.caseworkers().stream())
        .filter(worker -> worker.id().equals(named) || worker.name().equals(named))
        .map(PilotFile.Caseworker::id)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailed("--person: " + named + " (expected: an id of pilot.json)"));
  }
}

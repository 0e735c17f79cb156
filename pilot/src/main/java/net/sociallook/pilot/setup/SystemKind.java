package net.sociallook.pilot.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of existing systems. For each there is one adapter program; one process of it serves
 * all institutions that have such a system.
 */
enum SystemKind {
  YOUTH_OFFICE("youth-office", 128, List.of("youth-office")),
  JOBCENTER("jobcenter", 128, List.of("benefit-authority")),
  PROVIDER("provider", 192, List.of("provider", "school"));

  private final String code;
  private final int heap;
  private final List<String> institutionKinds;

  SystemKind(String code, int heap, List<String> institutionKinds) {
    this.code = code;
    this.heap = heap;
    this.institutionKinds = institutionKinds;
  }

  /** The system that an institution of this kind has; none where no adapter is there for it. */
  static Optional<SystemKind> of(String institutionKind) {
    return Arrays.stream(values())
        .filter(kind -> kind.institutionKinds.contains(institutionKind))
        .findFirst();
  }

  /** The folder of the adapter below {@code adapters/}. */
  String code() {
    return code;
  }

  /** Heap of the adapter's process in MB. */
  int heap() {
    return heap;
  }

  String adapterName() {
    return "adapter-" + code;
  }

  /** Of the process that simulates the systems. */
  String systemName() {
    return "system-" + code;
  }

  /** Whether a process of its own stands for the systems; the youth office's is a database. */
  boolean isSimulated() {
    return this != YOUTH_OFFICE;
  }

  /** The program that simulates the systems, in the same jar as the adapter. */
  String simulation() {
    return "net.sociallook.adapter." + code + ".simulation.Simulation";
  }
}

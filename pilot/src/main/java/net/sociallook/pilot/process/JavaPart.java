package net.sociallook.pilot.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** A part that is a Java process of its own, with its output in a log file. */
public record JavaPart(Program program) implements Supervision.Part {
  @Override
  public String name() {
    return program.name();
  }

  @Override
  public Listening listening() {
    return program.listening();
  }

  @Override
  public ProcessHandle start() throws IOException {
    return new ProcessBuilder(program.command())
        .redirectErrorStream(true)
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectOutput(Redirect.appendTo(program.log().toFile()))
        .start()
        .toHandle();
  }

  @Override
  public void stop(ProcessHandle process) {
    ProcessRecord.end(process);
  }
}

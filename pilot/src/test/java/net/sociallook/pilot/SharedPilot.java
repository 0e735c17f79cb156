package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every system test the same running pilot: started before the first, stopped after the last.
 */
public final class SharedPilot implements ParameterResolver {
  private static final String KEY = "pilot";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PilotProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PilotProcess pilot =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(KEY, key -> start(), PilotProcess.class);
    pilot.awaitReady();
    return pilot;
  }

  private static PilotProcess start() {
    try {
      return PilotProcess.start(Files.createTempDirectory("sociallook-pilot"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

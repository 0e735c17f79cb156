package net.sociallook.registry.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;

/** Opens the staff's page in Chromium, with an institution's certificate. */
public final class StaffTab {
  private StaffTab() {}

  /** Somebody who has a passkey, or will. */
  public static Tab withoutCertificate(Screen screen, String language) {
    return Tab.trusting(Pages.registry().uri(Port.INSTITUTIONS, ""), screen, language);
  }

  public static Tab open(String institution, Screen screen, String language) {
    return open(Pages.registry(), institution, screen, language);
  }

  public static Tab open(
      RunningRegistry registry, String institution, Screen screen, String language) {
    try {
      Path folder = Files.createTempDirectory("staff-certificate");
      Path certificate = folder.resolve("own.pem");
      Path key = folder.resolve("own.key");
      RunningRegistry.authority().issue("institution:" + institution).writePem(certificate, key);
      URI origin = registry.uri(Port.INSTITUTIONS, "");
      return Tab.certified(origin, screen, language, new Tab.PemFiles(certificate, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

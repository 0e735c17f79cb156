package net.sociallook.registry.staff.inbox;

import static net.sociallook.registry.TestDirectory.PROVIDER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.Identity;

/** A registry with the inbox of a provider, and a gateway that answers as a test says. */
record InboxWorld(RunningRegistry registry, GatewayStandIn gateway, Path certificate) {
  private static InboxWorld shared;

  /** It lives until the test run ends. */
  static synchronized InboxWorld shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static InboxWorld start() {
    try {
      GatewayStandIn gateway = new GatewayStandIn();
      Path folder = Files.createTempDirectory("inbox");
      Path certificate = folder.resolve("inbox-" + PROVIDER + ".pem");
      Identity own = RunningRegistry.authority().issue("inbox:" + PROVIDER);
      own.writePem(certificate, folder.resolve("inbox-" + PROVIDER + ".key"));
      RunningRegistry registry =
          Pages.start(
              Map.of(
                  "sociallook.registry.inbox.gateways", gateway.address(),
                  "sociallook.registry.inbox.certificates", folder.toString()));
      return new InboxWorld(registry, gateway, certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client who allows the provider this of what the youth office has; her grant's id. */
  Allowed allowing(List<Map<String, String>> provisions) {
    Phone phone = new Phone(registry);
    phone.linkTo(Office.of(registry, TestDirectory.YOUTH_OFFICE));
    String pseudonym = phone.linkTo(Office.of(registry, PROVIDER));
    String grant = phone.grant(PROVIDER, provisions).text("id");
    return new Allowed(phone, pseudonym, grant);
  }

  record Allowed(Phone phone, String pseudonym, String grant) {
    String path(String kind) {
      return "/staff/inbox/" + grant + "/" + TestDirectory.YOUTH_OFFICE + "/" + kind;
    }
  }
}

package net.sociallook.registry.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;

/**
 * The registry of all tests in a browser: its page is where its passkeys are good for. A new page
 * is tested like {@code AboutIT}.
 */
public final class Pages {
  private static RunningRegistry shared;

  private Pages() {}

  /** It lives until the test run ends. */
  public static synchronized RunningRegistry registry() {
    if (shared == null) {
      shared = start(Map.of());
    }
    return shared;
  }

  /** One of its own, with these properties. */
  public static RunningRegistry start(Map<String, String> properties, Class<?>... more) {
    int port = freePort();
    int staff = freePort();
    Map<String, String> all = new java.util.HashMap<>(properties);
    all.put("sociallook.registry.listeners.browser.port", String.valueOf(port));
    all.put("sociallook.registry.page.origin", "http://localhost:" + port);
    all.put("sociallook.registry.listeners.institutions.port", String.valueOf(staff));
    all.put("sociallook.registry.staff.origin", "https://localhost:" + staff);
    return RunningRegistry.start(all, more);
  }

  /** Somebody who is not signed in. */
  public static Tab tab(Screen screen, String language) {
    return Tab.on(origin(), screen, language);
  }

  /** Somebody who is: as this client, who was set up through the API. */
  public static Tab tab(Screen screen, String language, Phone client) {
    Tab tab = tab(screen, language);
    tab.carry(client.cookie());
    return tab;
  }

  public static URI origin() {
    return registry().pageOrigin();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

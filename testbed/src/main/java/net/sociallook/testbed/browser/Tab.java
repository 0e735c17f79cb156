package net.sociallook.testbed.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ClientCertificate;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.sociallook.testbed.SoftwarePasskey;

/**
 * A person with a browser of her own: cookies, a screen, a language, a passkey. Remembers all that
 * must not happen: requests to another origin, errors in scripts, breaches of the security policy.
 */
public final class Tab implements AutoCloseable {
  private static final String UNSEEN_FOCUS =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return seen || document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 80);
      }
      """;

  private final URI origin;
  private final Screen screen;
  private final String language;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  private Tab(URI origin, Screen screen, String language, Browser.NewContextOptions options) {
    this.origin = origin;
    this.screen = screen;
    this.language = language;
    this.context =
        Chromium.shared()
            .newContext(
                options
                    .setBaseURL(origin.toString())
                    .setViewportSize(screen.width(), screen.height())
                    .setLocale("de-DE"));
    this.context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    this.context.addCookies(List.of(new Cookie("language", language).setUrl(origin.toString())));
    this.page = context.newPage();
    watch();
  }

  /**
   * @param origin of the page; it must be that of passkeys too
   * @param language tag of one of the page's languages
   */
  public static Tab on(URI origin, Screen screen, String language) {
    return new Tab(origin, screen, language, uninstalled());
  }

  /** Somebody whose browser keeps the page's service worker, as all do outside of tests. */
  public static Tab installing(URI origin, Screen screen, String language) {
    return new Tab(origin, screen, language, new Browser.NewContextOptions());
  }

  /** Without service workers, which would answer in place of what a test routes. */
  private static Browser.NewContextOptions uninstalled() {
    return new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK);
  }

  public static Tab withoutScript(URI origin, Screen screen, String language) {
    return new Tab(origin, screen, language, uninstalled().setJavaScriptEnabled(false));
  }

  /** With a certificate for a server that asks for one; the server's own is not checked. */
  public static Tab certified(URI origin, Screen screen, String language, PemFiles certificate) {
    return new Tab(
        origin,
        screen,
        language,
        uninstalled()
            .setIgnoreHTTPSErrors(true)
            .setClientCertificates(
                List.of(
                    new ClientCertificate(origin.toString())
                        .setCertPath(certificate.certificate())
                        .setKeyPath(certificate.key()))));
  }

  /** The server's certificate is not checked. */
  public static Tab trusting(URI origin, Screen screen, String language) {
    return new Tab(origin, screen, language, uninstalled().setIgnoreHTTPSErrors(true));
  }

  /** A certificate with its key. */
  public record PemFiles(Path certificate, Path key) {}

  private void watch() {
    page.onRequest(request -> {
      if (!request.url().startsWith(origin + "/") && !request.url().startsWith("data:")) {
        faults.add("request to " + request.url());
      }
    });
    page.onPageError(error -> faults.add("script: " + error));
    page.onConsoleMessage(message -> {
      // An answer other than 2xx is said in the console too; it can be what is tested.
      boolean status = message.text().startsWith("Failed to load resource");
      if (message.type().equals("error") && !status) {
        faults.add("console: " + message.text());
      }
    });
  }

  /** For clicks and assertions of Playwright. */
  public Page page() {
    return page;
  }

  /** Goes to a path; returns the status of the answer. */
  public int open(String path) {
    Response response = page.navigate(path);
    if (response == null) {
      throw new AssertionError("answer: none (expected: one to " + path + ")");
    }
    return response.status();
  }

  /** A session that exists already, as {@code name=value}. */
  public void carry(String cookie) {
    String[] parts = cookie.split("=", 2);
    context.addCookies(
        List.of(
            new Cookie(parts[0], parts[1])
                .setUrl(origin.toString())
                .setHttpOnly(true)
                .setSameSite(com.microsoft.playwright.options.SameSiteAttribute.STRICT)));
  }

  /**
   * Gives the person a slow connection.
   *
   * @param latency until an answer begins
   * @param bytesPerSecond each way
   */
  public void slow(Duration latency, int bytesPerSecond) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", latency.toMillis());
    conditions.addProperty("downloadThroughput", bytesPerSecond);
    conditions.addProperty("uploadThroughput", bytesPerSecond);
    CDPSession devtools = context.newCDPSession(page);
    devtools.send("Network.enable");
    devtools.send("Network.emulateNetworkConditions", conditions);
  }

  /** Gives the person a device that holds passkeys and knows her by finger or face. */
  public Authenticator addAuthenticator() {
    CDPSession devtools = context.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    JsonObject added = devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
    return new Authenticator(devtools, added.get("authenticatorId").getAsString());
  }

  /**
   * The same, with a passkey on it that was made elsewhere. Once it has signed here, only here: the
   * device counts its signatures, the one in software does not, and a counter that went back is
   * refused as a copy.
   *
   * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-sign-counter">Web Authentication,
   *     Signature Counter Considerations</a>
   */
  public Authenticator addAuthenticator(SoftwarePasskey passkey) {
    Authenticator authenticator = addAuthenticator();
    JsonObject credential = new JsonObject();
    Base64.Encoder base64 = Base64.getEncoder();
    credential.addProperty(
        "credentialId",
        base64.encodeToString(Base64.getUrlDecoder().decode(passkey.credentialId())));
    credential.addProperty("isResidentCredential", true);
    credential.addProperty("rpId", passkey.rpId());
    credential.addProperty("privateKey", base64.encodeToString(passkey.privateKey()));
    credential.addProperty("userHandle", base64.encodeToString(new byte[] {1}));
    credential.addProperty("signCount", 0);
    JsonObject parameters = new JsonObject();
    parameters.addProperty("authenticatorId", authenticator.id());
    parameters.add("credential", credential);
    authenticator.devtools().send("WebAuthn.addCredential", parameters);
    return authenticator;
  }

  /** The virtual device. */
  public record Authenticator(CDPSession devtools, String id) {
    /** From now on the person is not recognised. */
    public void refuse() {
      verified(false);
    }

    /** From now on she is, as at the beginning. */
    public void recognise() {
      verified(true);
    }

    private void verified(boolean verified) {
      JsonObject parameters = new JsonObject();
      parameters.addProperty("authenticatorId", id);
      parameters.addProperty("isUserVerified", verified);
      devtools.send("WebAuthn.setUserVerified", parameters);
    }
  }

  /**
   * Asserts all that must hold for every page and state, in light and dark, and keeps screenshots
   * in {@code target/screenshots}.
   *
   * @param name of the page and its state, for the file names
   */
  public void isFine(String name) {
    new PageCheck(page, screen, faults).run(name + "-" + language);
  }

  /**
   * Keeps what the screen shows when this is scrolled to its top, as {@code
   * target/pictures/name.png}: for those who read about the page.
   */
  public void picture(String name, Locator top) {
    top.evaluate("one => window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 16)");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
  }

  /**
   * Presses the tabulator until this has the focus, and asserts that the focus can be seen at every
   * stop.
   */
  public void reach(Locator wanted) {
    for (int stop = 0; stop < 60; stop++) {
      page.keyboard().press("Tab");
      Object unseen = page.evaluate(UNSEEN_FOCUS);
      if (!"".equals(unseen)) {
        throw new AssertionError("focus: not seen on " + unseen + " (expected: an outline)");
      }
      if ((boolean) wanted.evaluate("one => one === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("focus: never on " + wanted + " (expected: within 60 stops)");
  }

  /** Asserts that the focus is on something, as it must be after whatever a script did. */
  public void keepsFocus() {
    if ((boolean) page.evaluate("() => document.activeElement === document.body")) {
      throw new AssertionError("focus: on nothing (expected: where the person goes on)");
    }
  }

  public List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    context.close();
  }
}

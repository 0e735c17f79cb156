package net.sociallook.testbed.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The service worker of a page, as its developer tools see it. */
public final class PageWorker {
  private final Page page;
  private final CDPSession browser;
  private final CDPSession devtools;
  private String registration = "";
  private JsonObject answered = new JsonObject();
  private final String session;
  private int sent;

  private PageWorker(Page page, URI origin) {
    this.page = page;
    this.browser = page.context().browser().newBrowserCDPSession();
    this.devtools = page.context().newCDPSession(page);
    devtools.on("ServiceWorker.workerRegistrationUpdated", this::registered);
    devtools.send("ServiceWorker.enable");
    page.waitForCondition(() -> !registration.isEmpty());
    browser.on("Target.receivedMessageFromTarget", this::received);
    JsonObject attach = new JsonObject();
    page.waitForCondition(() -> target(origin).isPresent());
    attach.addProperty("targetId", target(origin).orElseThrow());
    attach.addProperty("flatten", false);
    this.session = browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
  }

  /** That of the page a tab shows; it must be there. */
  public static PageWorker of(Tab tab, URI origin) {
    return new PageWorker(tab.page(), origin);
  }

  /** As if the browser's push service had sent this; empty: a message without content. */
  public void push(URI origin, byte[] content) {
    JsonObject message = new JsonObject();
    message.addProperty("origin", origin.toString());
    message.addProperty("registrationId", registration);
    message.addProperty("data", new String(content, StandardCharsets.UTF_8));
    devtools.send("ServiceWorker.deliverPushMessage", message);
  }

  /** What an expression comes to there, after waiting for it. */
  public JsonElement evaluate(String expression) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    parameters.addProperty("awaitPromise", true);
    parameters.addProperty("returnByValue", true);
    JsonObject call = new JsonObject();
    call.addProperty("id", ++sent);
    call.addProperty("method", "Runtime.evaluate");
    call.add("params", parameters);
    JsonObject message = new JsonObject();
    message.addProperty("sessionId", session);
    message.addProperty("message", call.toString());
    browser.send("Target.sendMessageToTarget", message);
    page.waitForCondition(() -> answered.has("id") && answered.get("id").getAsInt() == sent);
    JsonObject result = answered.getAsJsonObject("result");
    if (result == null || result.has("exceptionDetails")) {
      throw new AssertionError("service worker: " + answered + " (expected: a value)");
    }
    return result.getAsJsonObject("result").get("value");
  }

  private Optional<String> target(URI origin) {
    for (JsonElement one : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
      JsonObject target = one.getAsJsonObject();
      if (target.get("type").getAsString().equals("service_worker")
          && target.get("url").getAsString().startsWith(origin + "/")) {
        return Optional.of(target.get("targetId").getAsString());
      }
    }
    return Optional.empty();
  }

  private void registered(JsonObject event) {
    event
        .getAsJsonArray("registrations")
        .forEach(one -> registration = one.getAsJsonObject().get("registrationId").getAsString());
  }

  private void received(JsonObject event) {
    JsonObject message =
        JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
    if (message.has("id")) {
      answered = message;
    }
  }
}

package net.sociallook.testbed.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page that is fine is found so; each fault is found, and named. */
class PageCheckIT {
  private static final String FINE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>A page</title><meta name="viewport" content="width=device-width">
      <style>
        html { color: black; background: white }
        button { min-inline-size: 44px; min-block-size: 44px; color: black; background: white }
        @media (prefers-color-scheme: dark) { html { color: white; background: black } }
      </style></head>
      <body><main><h1>A page</h1><p>What it says.</p><button>Press</button></main></body>
      </html>
      """;

  private static HttpServer server;

  /** What is wrong, and what tells so. */
  enum Fault {
    IMAGE_WITHOUT_TEXT("LIGHT axe image-alt: ", "<h1>", "<img src='data:,'><h1>"),
    FIELD_WITHOUT_LABEL("LIGHT axe label: ", "<button>", "<input class=skip><button>"),
    PALE("LIGHT axe color-contrast: ", "<p>", "<p style='color: #999; background: white'>"),
    PALE_IN_THE_DARK("DARK axe color-contrast: ", "html { color: white", "html { color: #333"),
    WITHOUT_LANGUAGE("LIGHT axe html-has-lang: ", " lang=\"en\"", ""),
    MORE_THAN_ONE_FRAME(
        "axe frames: 2", "<p>", "<iframe title='More' src='about:blank'></iframe><p>"),
    SMALL("target under 44 px: <button", "min-block-size: 44px", "block-size: 20px"),
    WIDE("scrolls sideways by ", "<p>", "<p style='inline-size: 700px'>"),
    WIDE_WITH_WIDER_LETTERS(
        "with wider letters",
        "<p>",
        "<p style='white-space: nowrap; font: 10px monospace'>" + "word ".repeat(10)),
    WIDE_WITH_LARGER_LETTERS("with larger letters", "<p>", "<p style='inline-size: 25rem'>"),
    FOCUS_NOT_SEEN("focus not seen", "</style>", "button:focus { outline: 0 }</style>"),
    FOCUS_OUT_OF_ORDER("out of order: <button", "<button>", "<button tabindex=1>"),
    ERROR_ALONE(
        "not tied to its field, or to nothing: <button", "<button>", "<button aria-invalid=true>"),
    REFERS_TO_NOTHING(
        "not tied to its field, or to nothing: <p", "<p>", "<p role=note aria-describedby=gone>"),
    MOVES(
        "moves where motion is reduced: <button",
        "</style>",
        "button { transition: all 1s }</style>"),
    ICON_NOT_SEEN(
        "icon not seen in forced colours: kern-icon", "<p>", "<p><i class=kern-icon></i>"),
    FAULTY_SCRIPT("script: ", "</main>", "</main><script>nothing.there()</script>"),
    FOREIGN(
        "request to http://127.0.0.2", "<p>", "<link rel=stylesheet href='http://127.0.0.2:9'><p>"),
    TEXT_MISSING("text: missing", "What it says.", "??what_en??");

    private final String told;
    private final String right;
    private final String wrong;

    Fault(String told, String right, String wrong) {
      this.told = told;
      this.right = right;
      this.wrong = wrong;
    }

    String page() {
      assertThat(FINE).contains(right);
      return FINE.replace(right, wrong);
    }
  }

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          byte[] page =
              (name.isEmpty() ? FINE : Fault.valueOf(name).page()).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(page);
          }
        });
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
  }

  @Test
  void pageWithoutFaultIsFine() {
    try (Tab tab = tab()) {
      tab.open("/");
      tab.isFine("fine");
      tab.isFine("fine-looked-at-again");
    }
  }

  @ParameterizedTest
  @EnumSource
  void faultIsFoundAndNamed(Fault fault) {
    try (Tab tab = tab()) {
      tab.open("/" + fault);
      assertThatThrownBy(() -> tab.isFine("faulty")).hasMessageContaining(fault.told);
    }
  }

  private static Tab tab() {
    return Tab.on(
        URI.create("http://localhost:" + server.getAddress().getPort()), Screen.PHONE, "en");
  }
}

package net.sociallook.adapter.jobcenter.simulation;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests out of the stock, in the case system's own manner. */
public final class Service implements ResponseTransformerV2 {
  private static final Pattern PATH =
      Pattern.compile(
          "/fallwerk/v3/(?<collection>[a-z]+)(/(?<key>[A-Za-z0-9]+))?"
              + "(/dateien/(?<file>[0-9]+)/schein)?(\\?.*)?");

  private final Stock stock;
  private final String secret;
  private final Listing listing;
  private final Tickets tickets;
  private final AtomicBoolean locked = new AtomicBoolean();
  private final AtomicInteger mostASecond = new AtomicInteger(5_000);
  private final AtomicLong second = new AtomicLong();
  private final AtomicInteger inThisSecond = new AtomicInteger();

  Service(Stock stock, String secret) {
    this.stock = stock;
    this.secret = secret;
    this.listing = new Listing(stock);
    this.tickets = new Tickets(stock);
  }

  /** While the night run goes on, nobody gets anything; when it ends, all bookmarks are void. */
  public void nightRun(boolean goesOn) {
    locked.set(goesOn);
    listing.forgetMarks();
  }

  /** How many requests it takes in a second of the clock; more are sent away for a while. */
  public void limit(int requestsASecond) {
    mostASecond.set(requestsASecond);
  }

  @Override
  public String getName() {
    return "fallwerk";
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response ignored, ServeEvent event) {
    return answer(event.getRequest()).response();
  }

  private Reply answer(Request request) {
    if (request.getUrl().equals("/health")) {
      return Reply.text(200, "{\"status\":\"UP\"}");
    }
    if (!secret.equals(request.getHeader("X-Fallwerk-Schluessel"))) {
      return Reply.text(403, "<html><body><h1>Zugriff verweigert</h1></body></html>");
    }
    if (locked.get()) {
      return Reply.text(423, "gesperrt in Nachtverarbeitung");
    }
    if (isTooMuch()) {
      return Reply.text(429, "zu viele Anfragen").with("Retry-After", "2");
    }
    Matcher path = PATH.matcher(request.getUrl());
    return path.matches() && request.getMethod().getName().equals("GET")
        ? answer(request, path)
        : Reply.error("1000", "Funktion unbekannt: " + request.getUrl());
  }

  private Reply answer(Request request, Matcher path) {
    String collection = path.group("collection");
    String key = path.group("key");
    if (key == null) {
      return collection.equals("status")
          ? Reply.data(Fields.of("version", "3.17.2"))
          : listing.answer(collection, request);
    }
    return switch (collection) {
      case "abholung" -> tickets.redeem(key);
      case "kunden" ->
          stock
              .customer(key)
              .map(Reply::data)
              .orElse(Reply.error("2100", "Kunde " + key + " nicht im Zugriff"));
      default ->
          path.group("file") != null
              ? tickets.issue(key, path.group("file"))
              : row(collection, key);
    };
  }

  private Reply row(String collection, String key) {
    return !key.matches("[0-9]{1,18}")
        ? Reply.error("1003", "Satznummer unzulässig: " + key)
        : stock
            .row(collection, Long.parseLong(key))
            .map(Reply::data)
            .orElse(Reply.error("1404", "Satz " + key + " nicht vorhanden"));
  }

  private boolean isTooMuch() {
    long now = System.currentTimeMillis() / 1000;
    if (second.getAndSet(now) != now) {
      inThisSecond.set(0);
    }
    return inThisSecond.incrementAndGet() > mostASecond.get();
  }
}

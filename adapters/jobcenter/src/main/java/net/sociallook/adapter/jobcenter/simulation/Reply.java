package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;

/** One answer. Refusals, too, have status 200 where the service itself speaks. */
record Reply(Response.Builder builder, HttpHeaders headers) {
  static Reply data(JsonNode data) {
    return envelope(Fields.of("fehlercode", "0", "daten", data));
  }

  static Reply envelope(ObjectNode envelope) {
    return text(200, envelope.toString());
  }

  /**
   * @param text for staff, with all that helps them
   */
  static Reply error(String code, String text) {
    ObjectNode envelope = Fields.of("fehlercode", code, "fehlertext", text);
    envelope.putNull("daten");
    return envelope(envelope);
  }

  static Reply text(int status, String body) {
    Response.Builder builder =
        Response.response().status(status).body(body.getBytes(StandardCharsets.UTF_8));
    return new Reply(builder, new HttpHeaders()).with("Content-Type", "text/plain; charset=utf-8");
  }

  static Reply file(Stock.StoredFile file) {
    Response.Builder builder = Response.response().status(200).body(() -> file.stream().get());
    return new Reply(builder, new HttpHeaders())
        .with("Content-Type", "application/octet-stream")
        .with("Content-Length", String.valueOf(file.size()));
  }

  Reply with(String name, String value) {
    return new Reply(builder, headers.plus(new HttpHeader(name, value)));
  }

  Response response() {
    return builder.headers(headers).build();
  }
}

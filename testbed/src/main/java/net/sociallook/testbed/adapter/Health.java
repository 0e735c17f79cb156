package net.sociallook.testbed.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import net.sociallook.testbed.OpenApiContract;

/** Asks an adapter how it is. */
public final class Health {
  private Health() {}

  /**
   * The status; the answer is held against the contract.
   *
   * @param port the health port, which speaks HTTP without TLS
   */
  public static int of(int port) {
    URI address = URI.create("http://127.0.0.1:" + port + "/health");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      OpenApiContract.of("adapter.yaml")
          .check(
              "GET",
              "/health",
              response.statusCode(),
              response.headers().firstValue("Content-Type").orElse(""),
              response.body());
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

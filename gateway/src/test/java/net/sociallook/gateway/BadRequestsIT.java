package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.Shapes;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not understood goes nowhere: refused, recorded once, nothing sent upstream. */
class BadRequestsIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER;
  private static final String DOCUMENTS = BASE + "/DocumentReference";

  private final World world = World.shared();

  private record Case(
      Refusal refusal, String path, UnaryOperator<HttpRequest.Builder> change, String name) {
    @Override
    public String toString() {
      return name + " " + path + " → " + refusal.status();
    }
  }

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
  }

  static Stream<Case> badRequests() {
    return Stream.of(paths(), receivers(), parameters(), methods(), media(), bodies())
        .flatMap(s -> s);
  }

  private static Stream<Case> paths() {
    return Stream.concat(
        Stream.of(
                "/",
                "/fhir",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/favicon.ico",
                BASE,
                BASE + "/Observation",
                BASE + "/documentreference",
                BASE + "/metadata",
                BASE + "/DocumentReference/a/_history",
                BASE + "/Binary/akte-17-3-01",
                "/fhir/unbekannt/DocumentReference")
            .map(path -> get(Refusal.NOT_FOUND, path)),
        Stream.of(
                "/fhir//" + TokenForge.HOLDER + "/DocumentReference",
                DOCUMENTS + "/",
                DOCUMENTS + ";a=b",
                DOCUMENTS + "/..",
                DOCUMENTS + "/../../horizont-ev/DocumentReference",
                DOCUMENTS + "/%2e%2e",
                DOCUMENTS + "/a%2Fb",
                DOCUMENTS + "/akte%2D17",
                BASE + "/Patient/x/$everything",
                "/actuator/..;/health",
                BASE + "/Document%52eference")
            .map(path -> get(Refusal.NOT_UNDERSTOOD, path)));
  }

  /** Of institutions that have no adapter, and only receive. */
  private static Stream<Case> receivers() {
    return Stream.of(
            "/fhir/horizont-ev/DocumentReference", "/fhir/jobcenter-nordhausen/Goal/ziel-1")
        .map(path -> get(Refusal.KIND_NOT_KEPT, path));
  }

  private static Stream<Case> parameters() {
    return Stream.of(
            "_has:Observation:patient:code=1",
            "_include=DocumentReference:patient",
            "_include:iterate=DocumentReference:patient",
            "_revinclude=Provenance:target",
            "_filter=status%20eq%20current",
            "_sort=date",
            "_summary=count",
            "_elements=id",
            "_total=accurate",
            "_contained=true",
            "_query=x",
            "_id=akte-17-3",
            "_page=zwei",
            "_method=DELETE",
            "status:not=current",
            "status:missing=true",
            "type:text=brief",
            "patient.name=Weber",
            "subject:Patient.name=Weber",
            "patient:Patient=" + TokenForge.AT_RECIPIENT,
            "patient=https://evil.test/Patient/1",
            "status=current&status=superseded",
            "status=noshow",
            "status=",
            "status",
            "=x",
            "&",
            "status=current&",
            "status=%ff",
            "status=current%00",
            "date=2026-13-01",
            "date=2026-02-30",
            "date=ap2026",
            "date=2026-01-01T10:00:00+01:00",
            "date=ge2026%26_include%3Dx",
            "_count=0",
            "_count=101",
            "_count=-1",
            "_count=1e2",
            "_format=xml",
            "_format=application/fhir%2Bxml",
            "_cursor=abc",
            "_cursor=abc&status=current",
            "type=a%7Cb%7Cc",
            "type=a,,b",
            "type=%24everything",
            "unknown=1",
            "STATUS=current")
        .map(query -> get(Refusal.NOT_UNDERSTOOD, DOCUMENTS + "?" + query));
  }

  private static Stream<Case> methods() {
    return Stream.of(
        of("PATCH", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS + "/a", "PATCH"),
        of("OPTIONS", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS, "OPTIONS"),
        of("PROPFIND", Refusal.METHOD_NOT_ALLOWED, "/anything", "PROPFIND"),
        of("PUT", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS, "PUT"),
        of("DELETE", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS, "DELETE"),
        of("POST", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS + "/a", "POST"),
        of("GET", Refusal.METHOD_NOT_ALLOWED, DOCUMENTS + "/_search", "GET"),
        of("POST", Refusal.NOT_COVERED, DOCUMENTS, "create"),
        of("PUT", Refusal.NOT_COVERED, DOCUMENTS + "/a", "update"),
        of("DELETE", Refusal.NOT_COVERED, DOCUMENTS + "/a", "delete"),
        get(Refusal.NOT_COVERED, BASE + "/Goal"),
        get(Refusal.NOT_COVERED, BASE + "/Patient/" + TokenForge.AT_RECIPIENT),
        get(Refusal.NOT_COVERED, BASE + "/Binary"),
        get(Refusal.NOT_FOUND, DOCUMENTS + "?patient=ffffffffffffffffffffffffffffffff"));
  }

  private static Stream<Case> media() {
    return Stream.of(
        with(Refusal.NOT_ACCEPTABLE, "xml", r -> r.header("Accept", "application/fhir+xml")),
        with(Refusal.NOT_ACCEPTABLE, "html", r -> r.header("Accept", "text/html, image/*")),
        with(Refusal.NOT_ACCEPTABLE, "q=0", r -> r.header("Accept", "application/fhir+json;q=0")),
        with(
            Refusal.NOT_ACCEPTABLE,
            "R5",
            r -> r.header("Accept", "application/fhir+json; fhirVersion=5.0")));
  }

  private static Stream<Case> bodies() {
    String form = "application/x-www-form-urlencoded";
    return Stream.of(
        search(Refusal.MEDIA_TYPE_NOT_SUPPORTED, "application/json", "{}"),
        search(Refusal.MEDIA_TYPE_NOT_SUPPORTED, form + "; charset=utf-16", "status=current"),
        search(Refusal.NOT_UNDERSTOOD, form, "_has:a:b:c=d"),
        search(Refusal.NOT_UNDERSTOOD, form, "status=current&status=current"),
        search(Refusal.TOO_LARGE, form, "status=" + "x".repeat(70_000)),
        new Case(
            Refusal.NOT_UNDERSTOOD,
            DOCUMENTS + "/_search?status=current",
            r -> r.header("Content-Type", form).POST(BodyPublishers.ofString("status=current")),
            "query and body"),
        new Case(
            Refusal.TOO_LARGE,
            DOCUMENTS + "/_search",
            r ->
                r.header("Content-Type", form)
                    .POST(
                        BodyPublishers.fromPublisher(
                            BodyPublishers.ofString("status=" + "x".repeat(70_000)))),
            "chunked"),
        new Case(
            Refusal.NOT_UNDERSTOOD,
            DOCUMENTS,
            r -> r.method("GET", BodyPublishers.ofString("status=current")),
            "GET with body"));
  }

  private static Case get(Refusal refusal, String path) {
    return new Case(refusal, path, r -> r, "GET");
  }

  private static Case of(String method, Refusal refusal, String path, String name) {
    return new Case(refusal, path, r -> r.method(method, BodyPublishers.noBody()), name);
  }

  private static Case with(
      Refusal refusal, String name, UnaryOperator<HttpRequest.Builder> header) {
    return new Case(refusal, DOCUMENTS, header, name);
  }

  private static Case search(Refusal refusal, String type, String body) {
    return new Case(
        refusal,
        DOCUMENTS + "/_search",
        r -> r.header("Content-Type", type).POST(BodyPublishers.ofString(body)),
        "POST " + type);
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void whatIsNotUnderstoodIsRefusedAndRecordedOnce(Case bad) {
    HttpRequest.Builder request =
        bad.change()
            .apply(world.request(bad.path()).header("Authorization", "Bearer " + world.token()));

    HttpResponse<String> response =
        bad.name().equals("PROPFIND")
            ? World.sendUnchecked(request, world.jobcenter.sslContext(world.ca))
            : world.send(request);

    assertThat(response.statusCode()).isEqualTo(bad.refusal().status());
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(bad.refusal())));
    assertThat(world.adapter.calls).isEmpty();
    Shapes.onlyDenial(world);
  }
}

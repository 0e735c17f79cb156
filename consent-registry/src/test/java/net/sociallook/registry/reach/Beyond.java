package net.sociallook.registry.reach;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;

/**
 * What somebody who acts for a client does not reach, and what has to come of each path that she
 * calls for it.
 */
record Beyond(RunningRegistry registry, Family family, Things things) {
  private static final String NAME = "Träger Horizont";

  /** A grant, a request and a line of the log, each of the provider. */
  record Things(String grant, String request, String line) {}

  /** What has to come of calling a path. */
  sealed interface Judged {
    /** Unknown, as if it were not there. */
    record Unknown(String path, Map<String, String> fields) implements Judged {}

    /** Answered, without a trace of what lies beyond. */
    record Silent(String path, Map<String, String> fields) implements Judged {}
  }

  static Beyond of(RunningRegistry registry) throws Exception {
    Family family = Family.of(registry);
    String grant =
        family
            .client()
            .grant(PROVIDER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .text("id");
    family.client().grant(JOBCENTER, List.of(provision("documents-read", PROVIDER)));
    String request =
        Office.of(registry, PROVIDER)
            .post(
                "/consent-requests",
                Map.of(
                    "patient",
                    family.pseudonyms().get(PROVIDER),
                    "requester",
                    "th-001",
                    "reason",
                    "Warum",
                    "provisions",
                    List.of(
                        Map.of(
                            "permission",
                            "documents-read",
                            "holder",
                            YOUTH_OFFICE,
                            "purpose",
                            "COC",
                            "validUntil",
                            Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(20, ChronoUnit.DAYS)
                                .toString()))))
            .is(201)
            .text("id");
    family
        .client()
        .post("/api/blocks", Map.of("kind", "institution", "institution", PROVIDER))
        .is(200);
    String line = new Looks(registry).own(family.pseudonyms().get(YOUTH_OFFICE));
    registry
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                PROVIDER,
                "th-001",
                family.pseudonyms().get(PROVIDER),
                YOUTH_OFFICE,
                "COC",
                List.of("documents-read"),
                "no-grant"));
    return new Beyond(registry, family, new Things(grant, request, line));
  }

  /** None of it is in an answer to her. */
  Stream<String> traces() {
    return Stream.of("\"" + PROVIDER + "\"", NAME, things.grant(), things.request());
  }

  private static Judged unknown(String path, String... fields) {
    return new Judged.Unknown(path, fields(fields));
  }

  private static Judged silent(String path, String... fields) {
    return new Judged.Silent(path, fields(fields));
  }

  private static Map<String, String> fields(String... fields) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return all;
  }

  Map<String, Judged> judged() {
    String some = UUID.randomUUID().toString();
    Map<String, Judged> all = new TreeMap<>();
    all.put("GET /", silent("/"));
    all.put("GET /api/links", silent("/api/links"));
    all.put("GET /api/grants", silent("/api/grants"));
    all.put("GET /api/grants/{id}", unknown("/api/grants/" + things.grant()));
    all.put(
        "POST /api/grants/{id}/narrowing",
        unknown("/api/grants/" + things.grant() + "/narrowing", "drop", "documents-read"));
    all.put(
        "POST /api/grants/{id}/withdrawal",
        unknown("/api/grants/" + things.grant() + "/withdrawal"));
    all.put("GET /api/consent-requests", silent("/api/consent-requests"));
    all.put(
        "POST /api/consent-requests/{id}/decline",
        unknown("/api/consent-requests/" + things.request() + "/decline"));
    all.put("GET /api/log", silent("/api/log"));
    all.put("GET /api/blocks", silent("/api/blocks"));
    all.put(
        "POST /api/blocks", unknown("/api/blocks", "kind", "institution", "institution", PROVIDER));
    all.put("GET /grants/{id}", unknown("/grants/" + things.grant()));
    all.put("GET /grants/{id}/narrowing", unknown("/grants/" + things.grant() + "/narrowing"));
    all.put(
        "POST /grants/{id}/narrowing",
        unknown("/grants/" + things.grant() + "/narrowing", "mark", "x", "until", "2030-01-01"));
    all.put("GET /grants/{id}/narrowed", unknown("/grants/" + things.grant() + "/narrowed"));
    all.put("GET /grants/{id}/receipt", unknown("/grants/" + things.grant() + "/receipt"));
    all.put(
        "GET /grants/{id}/receipt.json", unknown("/grants/" + things.grant() + "/receipt.json"));
    all.put("GET /grants/{id}/receipt.zip", unknown("/grants/" + things.grant() + "/receipt.zip"));
    all.put("GET /grants/{id}/receipt.pdf", unknown("/grants/" + things.grant() + "/receipt.pdf"));
    all.put("GET /withdraw/{grant}", unknown("/withdraw/" + things.grant()));
    all.put("POST /withdraw/{grant}", unknown("/withdraw/" + things.grant()));
    all.put("GET /withdraw/{grant}/done", unknown("/withdraw/" + things.grant() + "/done"));
    all.put("GET /requests/{id}", unknown("/requests/" + things.request()));
    all.put(
        "POST /requests/{id}",
        unknown("/requests/" + things.request(), "allow", "1.documents-read"));
    all.put("POST /requests/{id}/decline", unknown("/requests/" + things.request() + "/decline"));
    all.put(
        "GET /grants/new", silent("/grants/new?recipient=" + PROVIDER + "&holder=" + JOBCENTER));
    all.put("POST /grants/new", unknown("/grants/new", "recipient", PROVIDER, "holder", JOBCENTER));
    all.put("GET /choices/{id}", unknown("/choices/" + choice()));
    all.put("POST /choices/{id}", silent("/choices/" + choice()));
    all.put("GET /choices/{id}/sign", unknown("/choices/" + choice() + "/sign"));
    all.put("GET /choices/{id}/given", unknown("/choices/" + choice() + "/given"));
    all.put("GET /log", silent("/log"));
    all.put("GET /log/{id}", unknown("/log/" + things.line()));
    all.put("GET /log/log.csv", silent("/log/log.csv"));
    all.put("GET /log/log.fhir.json", silent("/log/log.fhir.json"));
    all.put(
        "GET /log/{entry}/{kind:question|complaint}",
        unknown("/log/" + things.line() + "/question"));
    all.put(
        "POST /log/{entry}/{kind:question|complaint}",
        unknown("/log/" + things.line() + "/question", "question", some, "text", "Warum?"));
    all.put("GET /blocks", silent("/blocks"));
    all.put("GET /blocks/new", silent("/blocks/new?kind=institution&institution=" + JOBCENTER));
    all.put("POST /blocks", unknown("/blocks", "kind", "institution", "institution", PROVIDER));
    all.put("GET /blocks/set", unknown("/blocks/set?kind=institution&institution=" + PROVIDER));
    all.put("GET /own", silent("/own"));
    return all;
  }

  /** A choice of the client herself, about the provider. */
  private String choice() {
    return new Visitor(registry, family.client())
        .send(
            "/grants/new",
            "recipient",
            PROVIDER,
            "holder",
            JOBCENTER,
            "allow",
            "1.messages",
            "until",
            java.time.LocalDate.now().plusDays(20).toString())
        .leadsTo()
        .replaceAll(".*/", "");
  }
}

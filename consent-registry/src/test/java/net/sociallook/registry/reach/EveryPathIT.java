package net.sociallook.registry.reach;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every path that takes a session, called by somebody who acts for a client, for what lies beyond
 * her reach: it is unknown, or absent from what is answered. A path that is not judged here fails.
 */
class EveryPathIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String NAME = "Träger Horizont";
  private static Family family;
  private static String grant;
  private static String request;
  private static String line;

  /** What has to come of calling a path. */
  private sealed interface Judged {
    /** Unknown, as if it were not there. */
    record Unknown(String path, Map<String, String> fields) implements Judged {}

    /** Answered, without a trace of what lies beyond. */
    record Silent(String path, Map<String, String> fields) implements Judged {}
  }

  @BeforeAll
  static void foreignThings() throws Exception {
    family = Family.of(REGISTRY);
    grant =
        family
            .client()
            .grant(PROVIDER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .text("id");
    family.client().grant(JOBCENTER, List.of(provision("documents-read", PROVIDER)));
    request =
        Office.of(REGISTRY, PROVIDER)
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
    line = new Looks(REGISTRY).own(family.pseudonyms().get(YOUTH_OFFICE));
    REGISTRY
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

  private static Map<String, Judged> judged() {
    String some = UUID.randomUUID().toString();
    Map<String, Judged> all = new TreeMap<>();
    all.put("GET /", silent("/"));
    all.put("GET /api/links", silent("/api/links"));
    all.put("GET /api/grants", silent("/api/grants"));
    all.put("GET /api/grants/{id}", unknown("/api/grants/" + grant));
    all.put(
        "POST /api/grants/{id}/narrowing",
        unknown("/api/grants/" + grant + "/narrowing", "drop", "documents-read"));
    all.put("POST /api/grants/{id}/withdrawal", unknown("/api/grants/" + grant + "/withdrawal"));
    all.put("GET /api/consent-requests", silent("/api/consent-requests"));
    all.put(
        "POST /api/consent-requests/{id}/decline",
        unknown("/api/consent-requests/" + request + "/decline"));
    all.put("GET /api/log", silent("/api/log"));
    all.put("GET /api/blocks", silent("/api/blocks"));
    all.put(
        "POST /api/blocks", unknown("/api/blocks", "kind", "institution", "institution", PROVIDER));
    all.put("GET /grants/{id}", unknown("/grants/" + grant));
    all.put("GET /grants/{id}/narrowing", unknown("/grants/" + grant + "/narrowing"));
    all.put(
        "POST /grants/{id}/narrowing",
        unknown("/grants/" + grant + "/narrowing", "mark", "x", "until", "2030-01-01"));
    all.put("GET /grants/{id}/narrowed", unknown("/grants/" + grant + "/narrowed"));
    all.put("GET /grants/{id}/receipt", unknown("/grants/" + grant + "/receipt"));
    all.put("GET /grants/{id}/receipt.json", unknown("/grants/" + grant + "/receipt.json"));
    all.put("GET /grants/{id}/receipt.zip", unknown("/grants/" + grant + "/receipt.zip"));
    all.put("GET /grants/{id}/receipt.pdf", unknown("/grants/" + grant + "/receipt.pdf"));
    all.put("GET /withdraw/{grant}", unknown("/withdraw/" + grant));
    all.put("POST /withdraw/{grant}", unknown("/withdraw/" + grant));
    all.put("GET /withdraw/{grant}/done", unknown("/withdraw/" + grant + "/done"));
    all.put("GET /requests/{id}", unknown("/requests/" + request));
    all.put("POST /requests/{id}", unknown("/requests/" + request, "allow", "1.documents-read"));
    all.put("POST /requests/{id}/decline", unknown("/requests/" + request + "/decline"));
    all.put(
        "GET /grants/new", silent("/grants/new?recipient=" + PROVIDER + "&holder=" + JOBCENTER));
    all.put("POST /grants/new", unknown("/grants/new", "recipient", PROVIDER, "holder", JOBCENTER));
    all.put("GET /choices/{id}", unknown("/choices/" + choice()));
    all.put("POST /choices/{id}", silent("/choices/" + choice()));
    all.put("GET /choices/{id}/sign", unknown("/choices/" + choice() + "/sign"));
    all.put("GET /choices/{id}/given", unknown("/choices/" + choice() + "/given"));
    all.put("GET /log", silent("/log"));
    all.put("GET /log/{id}", unknown("/log/" + line));
    all.put("GET /log/log.csv", silent("/log/log.csv"));
    all.put("GET /log/log.fhir.json", silent("/log/log.fhir.json"));
    all.put("GET /log/{entry}/{kind:question|complaint}", unknown("/log/" + line + "/question"));
    all.put(
        "POST /log/{entry}/{kind:question|complaint}",
        unknown("/log/" + line + "/question", "question", some, "text", "Warum?"));
    all.put("GET /blocks", silent("/blocks"));
    all.put("GET /blocks/new", silent("/blocks/new?kind=institution&institution=" + JOBCENTER));
    all.put("POST /blocks", unknown("/blocks", "kind", "institution", "institution", PROVIDER));
    all.put("GET /blocks/set", unknown("/blocks/set?kind=institution&institution=" + PROVIDER));
    all.put("GET /own", silent("/own"));
    return all;
  }

  /** Needs gateways, or a signature: {@code OwnReachIT}, {@link RepresentedGrantIT}. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "POST /api/grant-proposals",
          "POST /api/grants",
          "GET /own/{kind}",
          "GET /own/{kind}/{institution}",
          "GET /own/documents/{institution}/files/{file}",
          "GET /api/own/{kind}",
          "GET /api/own/documents/{institution}/files/{file}",
          "POST /api/previews");

  @Test
  void everyPathThatSheReachesIsJudged() {
    Set<String> within = new TreeSet<>(paths(true));
    within.removeAll(ELSEWHERE);
    assertThat(judged().keySet()).containsExactlyInAnyOrderElementsOf(within);
  }

  @Test
  void whatLiesBeyondIsUnknownOrAbsent() {
    Map<String, String> wrong = new TreeMap<>();
    judged()
        .forEach((path, judged) -> {
          Visitor.Seen seen =
              switch (judged) {
                case Judged.Unknown(String address, Map<String, String> fields) ->
                    call(path, address, fields);
                case Judged.Silent(String address, Map<String, String> fields) ->
                    call(path, address, fields);
              };
          boolean fine =
              switch (judged) {
                case Judged.Unknown unknown -> seen.status() == 404;
                case Judged.Silent silent ->
                    seen.status() < 400
                        && !seen.body().contains("\"" + PROVIDER + "\"")
                        && !seen.body().contains(NAME)
                        && !seen.body().contains(grant)
                        && !seen.body().contains(request);
              };
          if (!fine) {
            wrong.put(path, seen.status() + " " + seen.body().lines().limit(3).toList());
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void pathsThatKnowOfNoReachHaveNothingForHer() {
    Map<String, Integer> answered = new TreeMap<>();
    for (String path : paths(false)) {
      Visitor.Seen seen =
          call(
              path,
              path.split(" ")[1].replaceAll("\\{[^/]*}", UUID.randomUUID().toString()),
              Map.of());
      // 400: the body or a parameter is looked at first, and is none.
      if (seen.status() != 404 && seen.status() != 400 && seen.status() != 415) {
        answered.put(path, seen.status());
      }
    }
    assertThat(answered).isEmpty();
  }

  private static Visitor.Seen call(String path, String address, Map<String, String> fields) {
    Visitor carer = new Visitor(REGISTRY, family.carer());
    if (path.startsWith("GET") && !address.startsWith("/api/")) {
      return carer.open(address);
    }
    if (address.startsWith("/api/")) {
      Answer answer =
          switch (path.substring(0, path.indexOf(' '))) {
            case "GET" -> family.carer().get(address);
            case "DELETE" -> family.carer().delete(address);
            default -> family.carer().post(address, fields);
          };
      return new Visitor.Seen(answer.status(), String.valueOf(answer.json()), "");
    }
    String[] flat =
        fields.entrySet().stream()
            .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
            .toArray(String[]::new);
    return carer.send(address, flat);
  }

  /** A choice of the client herself, about the provider. */
  private static String choice() {
    return new Visitor(REGISTRY, family.client())
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

  private static Set<String> paths(boolean withinReach) {
    Set<String> paths = new HashSet<>();
    REGISTRY
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (takesSession(handler, withinReach)) {
            info.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    info.getPatternValues().forEach(pattern -> paths.add(method + " " + pattern)));
          }
        });
    return paths;
  }

  private static boolean takesSession(HandlerMethod handler, boolean withinReach) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(one ->
            new MethodParameter(one).nestedIfOptional().getNestedParameterType() == SignedIn.class)
        .anyMatch(one -> one.hasParameterAnnotation(WithinReach.class) == withinReach);
  }
}

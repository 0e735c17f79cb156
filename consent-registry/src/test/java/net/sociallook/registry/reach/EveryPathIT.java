package net.sociallook.registry.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
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
  private static Beyond beyond;
  private static Family family;

  @BeforeAll
  static void foreignThings() throws Exception {
    beyond = Beyond.of(REGISTRY);
    family = beyond.family();
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
    assertThat(beyond.judged().keySet()).containsExactlyInAnyOrderElementsOf(within);
  }

  @Test
  void whatLiesBeyondIsUnknownOrAbsent() {
    Map<String, String> wrong = new TreeMap<>();
    beyond
        .judged()
        .forEach((path, judged) -> {
          Visitor.Seen seen =
              switch (judged) {
                case Beyond.Judged.Unknown(String address, Map<String, String> fields) ->
                    call(path, address, fields);
                case Beyond.Judged.Silent(String address, Map<String, String> fields) ->
                    call(path, address, fields);
              };
          boolean fine =
              switch (judged) {
                case Beyond.Judged.Unknown unknown -> seen.status() == 404;
                case Beyond.Judged.Silent silent ->
                    seen.status() < 400 && beyond.traces().noneMatch(seen.body()::contains);
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

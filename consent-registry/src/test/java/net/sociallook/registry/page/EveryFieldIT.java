package net.sociallook.registry.page;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.device.SecondDevice;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Script, markup, quotes and a mark that turns the direction of words, in every field and parameter
 * of every page, one at a time and in all at once: none of it comes back as markup, and none of it
 * makes a defect.
 */
class EveryFieldIT {
  private static final OwnWorld WORLD = OwnWorld.shared();
  private static final RunningRegistry REGISTRY = WORLD.registry();
  private static final String MARKUP =
      "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u202E${7*7}&amp;";
  private static final Pattern FIELD = Pattern.compile("\\bname=\"([A-Za-z-]+)\"");
  private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{(\\w+)(:[^}]*)?}");

  /** Something that a browser can ask, and the names of what it can say with it. */
  private record Call(String method, String pattern, Set<String> names) {
    boolean isOfStaff() {
      return pattern.startsWith("/staff");
    }

    /** One at a time, then all at once. */
    List<Set<String>> rounds() {
      List<Set<String>> rounds = new ArrayList<>();
      names.forEach(name -> rounds.add(Set.of(name)));
      rounds.add(names);
      return rounds;
    }
  }

  /** A client with one of everything. */
  private record World(Asked asked, Map<String, String> ids) {
    static World made() {
      WORLD.gateway().behave(asked -> OwnWorld.found());
      Asked asked = Asked.about(REGISTRY, "documents-read");
      String grant =
          asked.phone().grant(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE))).text("id");
      asked.phone().signIn().is(201);
      Map<String, String> ids = new HashMap<>();
      ids.put("grants", grant);
      ids.put("withdraw", grant);
      ids.put("requests", asked.id());
      ids.put("devices", SecondDevice.id(asked.phone().passkey()));
      ids.put("own", "documents");
      ids.put("institution", YOUTH_OFFICE);
      ids.put("kind", "question");
      return new World(asked, ids);
    }

    String path(String pattern) {
      String path =
          VARIABLE
              .matcher(pattern)
              .replaceAll(at ->
                  at.group(1)
                      + "/"
                      + ids.getOrDefault(
                          at.group(1),
                          ids.getOrDefault(at.group(2), UUID.randomUUID().toString())));
      return path.replaceAll("\\{[^}]*}", ids.get("institution"));
    }
  }

  @Test
  void noPageGivesMarkupBack() {
    Map<String, String> wrong = new TreeMap<>();
    int asked = 0;
    World world = World.made();
    StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    for (Call call : calls("GET")) {
      for (Set<String> round : call.rounds()) {
        String path = world.path(call.pattern()) + "?" + query(round);
        judge(wrong, call, round, call.isOfStaff() ? seen(staff.get(path)) : open(world, path));
        asked++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(100);
  }

  @Test
  void noFormGivesMarkupBack() {
    Map<String, String> wrong = new TreeMap<>();
    int asked = 0;
    for (Call call : calls("POST")) {
      World world = World.made();
      StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
      for (Set<String> round : call.rounds()) {
        String path = world.path(call.pattern());
        Visitor.Seen answer =
            call.isOfStaff()
                ? seen(staff.post(path, fields(round)))
                : world.asked().visitor().send(path, flat(round));
        judge(wrong, call, round, answer);
        String next = answer.location().replaceFirst("^https?://[^/]*", "");
        if (next.startsWith("/")) {
          judge(wrong, call, round, call.isOfStaff() ? seen(staff.get(next)) : open(world, next));
        }
        asked++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(50);
  }

  @Test
  void addressItselfIsNotGivenBack() {
    Map<String, String> wrong = new TreeMap<>();
    World world = World.made();
    StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");
    for (Call call : calls("GET")) {
      if (call.pattern().contains("{")) {
        String path = call.pattern().replaceAll("\\{[^}]*}", encoded("<script>alert(1)"));
        judge(wrong, call, Set.of(), call.isOfStaff() ? seen(staff.get(path)) : open(world, path));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Otherwise the others would show nothing. */
  @Test
  void markupThatCameBackWouldBeFound() {
    Map<String, String> wrong = new TreeMap<>();
    judge(
        wrong,
        new Call("GET", "/", Set.of()),
        Set.of(),
        new Visitor.Seen(200, "<p>" + MARKUP + "</p>", ""));
    judge(wrong, new Call("GET", "/x", Set.of()), Set.of(), new Visitor.Seen(500, "", ""));
    assertThat(wrong).hasSize(2);
  }

  private static void judge(
      Map<String, String> wrong, Call call, Set<String> round, Visitor.Seen seen) {
    boolean fine =
        seen.status() < 500
            && !seen.body().contains("<script>alert")
            && !seen.body().contains("<img src=x")
            && !seen.location().contains("<script");
    if (!fine) {
      wrong.put(call.method() + " " + call.pattern() + " " + round, String.valueOf(seen.status()));
    }
  }

  private static Visitor.Seen open(World world, String path) {
    return world.asked().visitor().open(path);
  }

  private static Visitor.Seen seen(HttpResponse<String> answer) {
    return new Visitor.Seen(
        answer.statusCode(), answer.body(), answer.headers().firstValue("location").orElse(""));
  }

  private static Map<String, String> fields(Set<String> names) {
    Map<String, String> fields = new TreeMap<>();
    names.forEach(name -> fields.put(name, MARKUP));
    return fields;
  }

  private static String[] flat(Set<String> names) {
    return names.stream().flatMap(name -> Stream.of(name, MARKUP)).toArray(String[]::new);
  }

  private static String query(Set<String> names) {
    return String.join("&", names.stream().map(name -> name + "=" + encoded(MARKUP)).toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Of the client's page and of the staff's, but for files that are sent. */
  private static List<Call> calls(String method) {
    List<Call> calls = new ArrayList<>();
    REGISTRY
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          boolean asked =
              info.getMethodsCondition().getMethods().stream()
                  .anyMatch(one -> one.name().equals(method));
          String bean = handler.getBeanType().getPackageName();
          if (asked && (bean.contains(".page") || bean.contains(".staff"))) {
            info.getPatternValues().stream()
                .filter(pattern -> !pattern.endsWith("/scan") && !pattern.startsWith("/api/"))
                .forEach(pattern -> calls.add(new Call(method, pattern, names(handler))));
          }
        });
    assertThat(calls).hasSizeGreaterThan(20);
    return calls;
  }

  /** Those that it declares; where it takes any, all that a template has. */
  private static Set<String> names(HandlerMethod handler) {
    Set<String> names = new TreeSet<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
      if (declared != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
        names.addAll(fieldsOfTemplates());
      } else if (declared != null) {
        MethodParameter named = new MethodParameter(parameter);
        named.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
        names.add(
            declared.name().isEmpty() ? String.valueOf(named.getParameterName()) : declared.name());
      }
    }
    names.remove("form");
    return names;
  }

  private static Set<String> fieldsOfTemplates() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      Set<String> fields = new TreeSet<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".html")).toList()) {
        FIELD
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(name -> !Arrays.asList("form", "viewport", "color-scheme").contains(name))
            .forEach(fields::add);
      }
      return fields;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

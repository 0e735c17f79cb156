package net.sociallook.pilot.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A walkthrough cannot be content with what it must not see. */
class RulesTest {
  private final Memory memory = new Memory();

  @Test
  void aLabelIsFoundWhereverItStands() {
    JsonNode inMeta = json("{'id':'1','meta':{'security':[{'code':'SUD'}]}}");
    JsonNode inside = json("{'id':'1','securityLabel':[{'coding':[{'code':'SUD'}]}]}");
    for (JsonNode labelled : List.of(inMeta, inside)) {
      assertFalse(Rules.each(Rules.labelled("SUD").negate()).test(List.of(labelled), memory));
    }
    assertTrue(Rules.each(Rules.labelled("SUD").negate()).test(List.of(json("{}")), memory));
  }

  @Test
  void nothingIsNeverEnough() {
    assertFalse(Rules.some().test(List.of(), memory));
    assertFalse(Rules.each(resource -> true).test(List.of(), memory));
    assertFalse(Rules.sameAs("nothing").test(List.of(), memory));
  }

  @Test
  void aPastOrTimelessAppointmentDoesNotCome() {
    assertTrue(Rules.comes().test(json("{'start':'2999-01-01T09:00:00+01:00'}")));
    assertFalse(Rules.comes().test(json("{'start':'2018-01-01T09:00:00+01:00'}")));
    assertFalse(Rules.comes().test(json("{}")));
  }

  @Test
  void onePastAppointmentAmongComingOnesIsNoticed() {
    List<JsonNode> both =
        List.of(
            json("{'start':'2999-01-01T09:00:00+01:00'}"),
            json("{'start':'2018-01-01T09:00:00+01:00'}"));
    assertFalse(Rules.each(Rules.comes()).test(both, memory));
  }

  @Test
  void aMessageOfOthersIsNoticed() {
    JsonNode own = json("{'sender':{'reference':'Organization/a'}}");
    JsonNode others =
        json("{'sender':{'reference':'Organization/b'},'recipient':[{'display':'a'}]}");
    assertTrue(Rules.each(Rules.involves("a")).test(List.of(own), memory));
    assertFalse(Rules.each(Rules.involves("a")).test(List.of(own, others), memory));
  }

  @Test
  void setsAreComparedByIds() {
    memory.keep("before", resources("1", "2"));
    assertTrue(Rules.sameAs("before").test(resources("2", "1"), memory));
    assertFalse(Rules.sameAs("before").test(resources("1"), memory));
    assertTrue(Rules.moreThan("before").test(resources("1", "2", "3"), memory));
    assertFalse(Rules.moreThan("before").test(resources("1", "3", "4"), memory));
    assertFalse(Rules.noneOf("before").test(resources("2", "3"), memory));
    assertFalse(Rules.only("{before#1}").test(resources("1", "2"), memory));
  }

  @Test
  void placesAreFilledFromWhatWasSeen() {
    memory.keep("all", resources("1", "2", "3"));
    memory.keep("plain", resources("1"));
    memory.keep("patient", "abc");
    assertEquals(
        "Patient/abc, 2, 3, unknown",
        memory.fill("Patient/{patient}, {all#2}, {all without plain#2}, {all#4}"));
  }

  @Test
  void everySceneHasAllThreeInstitutionsLook() {
    for (Scene scene : AllKinds.scenes()) {
      long asking =
          scene.steps().stream()
              .flatMap(step -> step instanceof Step.Look look ? Stream.of(look) : Stream.empty())
              .map(look -> look.question().institution())
              .distinct()
              .count();
      assertEquals(3, asking, scene.title());
    }
  }

  private static List<JsonNode> resources(String... ids) {
    return Stream.of(ids).map(id -> json("{'id':'" + id + "'}")).toList();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}

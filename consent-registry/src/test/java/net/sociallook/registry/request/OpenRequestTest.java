package net.sociallook.registry.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.request.OpenRequest.Wanted;
import org.junit.jupiter.api.Test;

class OpenRequestTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String SPRING = "2027-03-01T00:00:00Z";

  @Test
  void nothingAllowedLeavesAllOpen() {
    OpenRequest rest = rest(List.of(asked("messages"), asked("goals-view")), List.of()).get();
    assertThat(rest.open())
        .containsExactly(new Wanted("messages", false), new Wanted("goals-view", false));
    assertThat(rest.allowed()).isEmpty();
  }

  @Test
  void whatIsAllowedIsNotOpen() {
    OpenRequest rest =
        rest(List.of(asked("messages"), asked("goals-view")), List.of(standing(asked("messages"))))
            .get();
    assertThat(rest.open()).containsExactly(new Wanted("goals-view", false));
    assertThat(rest.allowed()).containsExactly("messages");
  }

  @Test
  void lessThanWasAskedForIsAllowedAndTheRestIsOpen() {
    OpenRequest rest =
        rest(
                List.of(asked("messages")),
                List.of(standing(asked("messages", "youth-office", "2026-12-01T00:00:00Z"))))
            .get();
    assertThat(rest.open()).containsExactly(new Wanted("messages", true));
    assertThat(rest.allowed()).containsExactly("messages");
  }

  @Test
  void halfOfAgreeingGoalsIsSeeingThem() {
    OpenRequest rest =
        rest(List.of(asked("goals-agree")), List.of(standing(asked("goals-view")))).get();
    assertThat(rest.open()).containsExactly(new Wanted("goals-agree", false));
    assertThat(rest.allowed()).containsExactly("goals-view");
  }

  @Test
  void whatAnotherHolderHasIsNotWhatWasAskedFor() {
    OpenRequest rest =
        rest(
                List.of(asked("messages")),
                List.of(standing(asked("messages", "provider-horizont", SPRING))))
            .get();
    assertThat(rest.open()).containsExactly(new Wanted("messages", false));
    assertThat(rest.allowed()).isEmpty();
  }

  @Test
  void whatIsOverIsNeitherOpenNorAllowed() {
    AskedProvision over = asked("goals-view", "youth-office", "2026-11-01T00:00:00Z");
    OpenRequest rest = rest(List.of(asked("messages"), over), List.of()).get();
    assertThat(rest.open()).containsExactly(new Wanted("messages", false));
    assertThat(rest(List.of(asked("messages"), over), List.of(standing(asked("messages")))))
        .isEmpty();
  }

  private static Optional<OpenRequest> rest(List<AskedProvision> asked, List<Provision> standing) {
    ConsentRequest request =
        new ConsentRequest(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new ConsentRequest.Asker(new InstitutionId("jobcenter"), new CaseworkerId("jc-001")),
            new ConsentRequest.Content(asked, "Warum"),
            NOW,
            false);
    return OpenRequest.of(request, standing, NOW);
  }

  private static Provision standing(AskedProvision asked) {
    return asked.from(NOW.minusSeconds(60));
  }

  private static AskedProvision asked(String permission) {
    return asked(permission, "youth-office", SPRING);
  }

  private static AskedProvision asked(String permission, String holder, String until) {
    return new AskedProvision(permission, holder, "COC", until, null, null, null, null);
  }
}

package net.sociallook.registry.token;

import static net.sociallook.consent.Permission.APPOINTMENTS_ARRANGE;
import static net.sociallook.consent.Permission.DOCUMENTS_READ;
import static net.sociallook.consent.Permission.GOALS_AGREE;
import static net.sociallook.consent.Permission.GOALS_VIEW;
import static net.sociallook.consent.Permission.STATISTICS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Reason;
import net.sociallook.consent.Requester;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Period YEAR =
      new Period(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-11-01T00:00:00Z"));
  private static final InstitutionId JOBCENTER = new InstitutionId("jobcenter-nordhausen");
  private static final InstitutionId YOUTH_OFFICE = new InstitutionId("youth-office-nordhausen");
  private static final InstitutionId PROVIDER = new InstitutionId("traeger-horizont");
  private static final Grant.Parties PARTIES = new Grant.Parties(new ClientId("c"), JOBCENTER);
  private static final Grant.Version VERSION = new Grant.Version(new GrantId("g"), 3);
  private static final Requester ANNA =
      new Requester(
          JOBCENTER,
          InstitutionKind.BENEFIT_AUTHORITY,
          new CaseworkerId("jc-001"),
          Optional.of(new TeamId("jc-u25")));

  @Test
  void carriesTheProvisionsOfThisHolderAndNoOther() {
    Provision here = provision(DOCUMENTS_READ);
    Provision elsewhere =
        new Provision(DOCUMENTS_READ, PROVIDER, Purpose.CARE_COORDINATION, limits(Narrowing.NONE));
    assertThat(decide(Set.of(), here, elsewhere)).isEqualTo(granted(here));
  }

  @Test
  void carriesNoMoreThanWasAskedFor() {
    assertThat(
            decide(
                Set.of(DOCUMENTS_READ), provision(DOCUMENTS_READ), provision(APPOINTMENTS_ARRANGE)))
        .isEqualTo(granted(provision(DOCUMENTS_READ)));
  }

  @Test
  void carriesNoMoreThanIsGranted() {
    assertThat(decide(Set.of(DOCUMENTS_READ, APPOINTMENTS_ARRANGE), provision(DOCUMENTS_READ)))
        .isEqualTo(granted(provision(DOCUMENTS_READ)));
  }

  @Test
  void agreeingOnGoalsAnswersTheWishToViewThemWithThatAlone() {
    assertThat(decide(Set.of(GOALS_VIEW), provision(GOALS_AGREE)))
        .isEqualTo(granted(provision(GOALS_VIEW)));
  }

  @Test
  void provisionWithinAnotherIsLeftOut() {
    assertThat(decide(Set.of(), provision(GOALS_VIEW), provision(GOALS_AGREE)))
        .isEqualTo(granted(provision(GOALS_AGREE)));
  }

  @Test
  void provisionForAnotherCaseworkerIsLeftOut() {
    Provision other = provision(APPOINTMENTS_ARRANGE, caseworker("jc-002"));
    Provision hers = provision(DOCUMENTS_READ, caseworker("jc-001"));
    assertThat(decide(Set.of(), other, hers)).isEqualTo(granted(hers));
    assertThat(decide(Set.of(), other)).isEqualTo(refused(Reason.REQUESTER_NOT_COVERED));
  }

  @Test
  void provisionForAnotherTeamIsRefused() {
    Narrowing team =
        new Narrowing(Optional.empty(), Optional.of(new TeamId("jc-ue25")), Optional.empty());
    assertThat(decide(Set.of(), provision(DOCUMENTS_READ, team)))
        .isEqualTo(refused(Reason.REQUESTER_NOT_COVERED));
  }

  @Test
  void narrowingToADocumentIsKept() {
    Narrowing document =
        new Narrowing(Optional.of(new ResourceId("akte-1")), Optional.empty(), Optional.empty());
    Provision narrowed = provision(DOCUMENTS_READ, document);
    assertThat(decide(Set.of(), narrowed)).isEqualTo(granted(narrowed));
  }

  @Test
  void statisticsNeverMakeAToken() {
    assertThat(decide(Set.of(), provision(STATISTICS)))
        .isEqualTo(refused(Reason.PERMISSION_NOT_COVERED));
    assertThat(decide(Set.of(STATISTICS), provision(STATISTICS)))
        .isEqualTo(refused(Reason.PERMISSION_NOT_COVERED));
    assertThat(decide(Set.of(), provision(STATISTICS), provision(DOCUMENTS_READ)))
        .isEqualTo(granted(provision(DOCUMENTS_READ)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Permission.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STATISTICS"})
  void everyOtherPermissionMakesAToken(Permission permission) {
    assertThat(decide(Set.of(permission), provision(permission)))
        .isEqualTo(granted(provision(permission)));
  }

  @Test
  void withdrawnGrantIsRefused() {
    Grant withdrawn = grant(Optional.of(NOW), provision(DOCUMENTS_READ));
    assertThat(decide(withdrawn, List.of(), NOW)).isEqualTo(refused(Reason.GRANT_WITHDRAWN));
  }

  @Test
  void withdrawnGrantIsToldFromNoneEvenWhenNothingIsLeftOfIt() {
    assertThat(decide(grant(Optional.of(NOW)), List.of(), NOW))
        .isEqualTo(refused(Reason.GRANT_WITHDRAWN));
  }

  @Test
  void grantIsGoodFromItsStartUntilJustBeforeItsEnd() {
    Grant grant = grant(Optional.empty(), provision(DOCUMENTS_READ));
    assertThat(decide(grant, List.of(), YEAR.start().minusNanos(1)))
        .isEqualTo(refused(Reason.NOT_YET_VALID));
    assertThat(decide(grant, List.of(), YEAR.start()))
        .isEqualTo(granted(provision(DOCUMENTS_READ)));
    assertThat(decide(grant, List.of(), YEAR.end())).isEqualTo(refused(Reason.EXPIRED));
  }

  @Test
  void blockOfTheWholeRequestLeavesNothing() {
    Grant grant = grant(Optional.empty(), provision(DOCUMENTS_READ));
    for (Block block :
        List.of(
            new Block.Everything(),
            new Block.Institution(JOBCENTER),
            new Block.Institution(YOUTH_OFFICE),
            new Block.Person(ANNA.caseworker()))) {
      assertThat(decide(grant, List.of(block), NOW)).isEqualTo(refused(Reason.BLOCKED));
    }
  }

  @Test
  void blockOfSomethingElseLeavesTheProvisionsAsTheyAre() {
    Grant grant = grant(Optional.empty(), provision(DOCUMENTS_READ));
    for (Block block :
        List.of(
            new Block.Institution(PROVIDER),
            new Block.Person(new CaseworkerId("jc-002")),
            new Block.Document(YOUTH_OFFICE, new ResourceId("akte-1")),
            new Block.Sensitivity("SUD"))) {
      assertThat(decide(grant, List.of(block), NOW)).isEqualTo(granted(provision(DOCUMENTS_READ)));
    }
  }

  @Test
  void noGrantIsRefused() {
    TokenDecision decision =
        TokenDecision.decide(question(Set.of()), new Consents(List.of(), List.of(), Set.of()), NOW);
    assertThat(decision).isEqualTo(refused(Reason.NO_GRANT));
  }

  private static TokenDecision decide(Set<Permission> actions, Provision... provisions) {
    Grant grant = grant(Optional.empty(), provisions);
    return TokenDecision.decide(
        question(actions), new Consents(List.of(grant), List.of(), Set.of()), NOW);
  }

  private static TokenDecision decide(Grant grant, List<Block> blocks, Instant now) {
    return TokenDecision.decide(
        question(Set.of()), new Consents(List.of(grant), blocks, Set.of()), now);
  }

  private static TokenDecision.Question question(Set<Permission> actions) {
    return new TokenDecision.Question(PARTIES, ANNA, YOUTH_OFFICE, actions);
  }

  private static Grant grant(Optional<Instant> withdrawnAt, Provision... provisions) {
    return new Grant(VERSION, PARTIES, new Provisions(List.of(provisions)), withdrawnAt);
  }

  private static Provision provision(Permission permission) {
    return provision(permission, Narrowing.NONE);
  }

  private static Provision provision(Permission permission, Narrowing narrowing) {
    return new Provision(permission, YOUTH_OFFICE, Purpose.CARE_COORDINATION, limits(narrowing));
  }

  private static Limits limits(Narrowing narrowing) {
    return new Limits(YEAR, Confidentiality.N, narrowing);
  }

  private static Narrowing caseworker(String id) {
    return new Narrowing(Optional.empty(), Optional.empty(), Optional.of(new CaseworkerId(id)));
  }

  private static TokenDecision granted(Provision... provisions) {
    return new TokenDecision.Granted(VERSION, List.of(provisions));
  }

  private static TokenDecision refused(Reason reason) {
    return new TokenDecision.Refused(reason);
  }
}

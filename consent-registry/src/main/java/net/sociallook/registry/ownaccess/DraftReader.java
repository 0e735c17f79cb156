package net.sociallook.registry.ownaccess;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Reads what a client would like to see a preview of, and settles with whose eyes. */
@Component
class DraftReader {
  private static final int MOST = 20;

  private final Directory directory;
  private final BlockReader blocks;

  DraftReader(Directory directory, BlockReader blocks) {
    this.directory = directory;
    this.blocks = blocks;
  }

  /**
   * With whose eyes.
   *
   * @param named nobody else
   * @param first rather than others, where a provision admits her
   */
  private record Eyes(Optional<String> named, Optional<CaseworkerId> first, List<Block> standing) {}

  /**
   * @throws Refused with {@link Problem#MALFORMED}, naming what is wrong
   */
  List<Draft> read(SignedIn who, PreviewController.PreviewRequest request) {
    return read(who, request, Optional.empty());
  }

  /**
   * @param first with whose eyes rather than others', where nobody is named
   * @throws Refused with {@link Problem#MALFORMED}, naming what is wrong
   */
  List<Draft> read(
      SignedIn who, PreviewController.PreviewRequest request, Optional<CaseworkerId> first) {
    if (request.provisions().isEmpty() || request.provisions().size() > MOST) {
      throw new Refused(Problem.MALFORMED, "provisions: too few or many (expected: 1 to 20)");
    }
    Institution recipient =
        Optional.of(request.recipient())
            .filter(id -> !id.isBlank())
            .map(InstitutionId::new)
            .filter(who.reach()::covers)
            .flatMap(directory::institution)
            .orElseThrow(() ->
                new Refused(Problem.MALFORMED, "recipient: unknown (expected: an institution)"));
    Eyes eyes =
        new Eyes(Optional.ofNullable(request.caseworker()), first, blocks.blocksOf(who.client()));
    return request.provisions().stream()
        .map(DraftReader::provision)
        .map(provision -> within(who.reach(), provision))
        .map(this::ofHolder)
        .map(provision -> new Draft(recipient.id(), reader(recipient, provision, eyes), provision))
        .toList();
  }

  private static Provision within(Reach reach, Provision provision) {
    if (!reach.covers(provision.holder())) {
      throw new Refused(Problem.NOT_LINKED);
    }
    return provision;
  }

  private Provision ofHolder(Provision provision) {
    if (directory.holder(provision.holder()).isEmpty()) {
      throw new Refused(Problem.MALFORMED, "holder: only receives (expected: one with data)");
    }
    return provision;
  }

  private static Provision provision(ProvisionForm form) {
    try {
      return form.toProvision();
    } catch (IllegalArgumentException e) {
      throw new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Who is named; else somebody whom the provision admits, and if possible nobody blocked. */
  private static Institution.Caseworker reader(
      Institution recipient, Provision provision, Eyes eyes) {
    Narrowing narrowing = provision.limits().narrowing();
    return recipient.caseworkers().stream()
        .filter(one -> eyes.named().map(one.id().value()::equals).orElse(true))
        .filter(one -> eyes.named().isPresent() || admits(narrowing, one))
        .min(
            Comparator.<Institution.Caseworker, Boolean>comparing(
                    one -> isBlocked(one.id(), eyes.standing()))
                .thenComparing(one -> !eyes.first().equals(Optional.of(one.id()))))
        .orElseThrow(() ->
            new Refused(
                Problem.MALFORMED, "caseworker: nobody (expected: one of the recipient's)"));
  }

  private static boolean admits(Narrowing narrowing, Institution.Caseworker one) {
    return narrowing.caseworker().map(one.id()::equals).orElse(true)
        && narrowing.team().map(team -> one.team().filter(team::equals).isPresent()).orElse(true);
  }

  private static boolean isBlocked(CaseworkerId caseworker, List<Block> standing) {
    return standing.contains(new Block.Person(caseworker));
  }
}

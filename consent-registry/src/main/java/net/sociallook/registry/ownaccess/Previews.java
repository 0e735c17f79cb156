package net.sociallook.registry.ownaccess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * What a recipient would see today if a draft were granted: asked of the gateway, which filters it
 * as it would then. Each provision is asked for on its own; what several of them show together is
 * the union, as it is with a grant.
 */
final class Previews {
  private final Tickets tickets;
  private final HolderReader reader;

  Previews(Tickets tickets, GatewayClient gateway) {
    this.tickets = tickets;
    this.reader = new HolderReader(gateway);
  }

  /**
   * What one provision would show.
   *
   * @param kinds by type of resource that belongs to the client and can be read with the
   *     permission; empty where none can
   */
  record Preview(Draft draft, Map<ResourceType, Outcome<Listing>> kinds) {}

  private record Question(int draft, ResourceType type) {}

  /**
   * The previews, in the order of the drafts.
   *
   * @throws Refused with {@code sign-in-needed}, or {@code not-linked} where a holder does not
   *     vouch for the client
   */
  List<Preview> of(SignedIn signedIn, List<Draft> drafts) {
    tickets.require(signedIn);
    List<Question> questions = new ArrayList<>();
    List<Callable<Outcome<Listing>>> calls = new ArrayList<>();
    List<Preview> previews = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      InstitutionId holder = draft.provision().holder();
      Ticket ticket =
          tickets
              .forHolder(signedIn, holder, Optional.of(draft))
              .orElseThrow(() -> new Refused(Problem.NOT_LINKED));
      previews.add(new Preview(draft, new LinkedHashMap<>()));
      for (ResourceType type : readable(draft.provision().permission())) {
        questions.add(new Question(i, type));
        calls.add(() -> visible(reader.read(ticket, type)));
      }
    }
    List<Outcome<Listing>> outcomes = Together.ask(calls);
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      previews.get(question.draft()).kinds().put(question.type(), outcomes.get(i));
    }
    return previews;
  }

  /** What is refused to the recipient is nothing to see. */
  private static Outcome<Listing> visible(Outcome<Listing> outcome) {
    boolean nothing =
        outcome instanceof Outcome.Refused<Listing>(int status) && (status == 403 || status == 404);
    return nothing ? new Outcome.Answered<>(Listing.EMPTY) : outcome;
  }

  private static List<ResourceType> readable(Permission permission) {
    return Arrays.stream(ResourceType.values())
        .filter(ResourceType::hasClient)
        .filter(type ->
            permission.covers(new Operation(type, Interaction.SEARCH))
                || (type == ResourceType.PATIENT
                    && permission.covers(new Operation(type, Interaction.READ))))
        .toList();
  }
}

package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Decision;
import net.sociallook.consent.ResourceFacts;
import net.sociallook.consent.ResourceId;

/** Reads the facts of one resource off the tape and has the policy decide on them. */
final class Judge {
  private final Terms terms;
  private final AllowList allowList;
  private final ReleaseRule rule;
  private final ClientFinder client;
  private final KindReader kinds;

  Judge(Terms terms, AllowList allowList, ReleaseRule rule) {
    this.terms = terms;
    this.allowList = allowList;
    this.rule = rule;
    client = new ClientFinder(terms.client());
    kinds = new KindReader(terms.admission().request());
  }

  Verdict judge(Tape tape, int resource) {
    Optional<Candidate> candidate = candidate(tape, resource);
    if (candidate.isEmpty()) {
      return Verdict.Withhold.UNJUDGED;
    }
    ResourceFacts facts = candidate.get().facts();
    return switch (rule.decide(facts, terms.admission(), terms.admittedAt())) {
      case Decision.Permit permit -> new Verdict.Release(candidate.get(), permit.basis());
      case Decision.Deny deny -> new Verdict.Withhold(Optional.of(deny.reason()));
    };
  }

  private Optional<Candidate> candidate(Tape tape, int resource) {
    int type = tape.member(resource, Name.RESOURCE_TYPE);
    int id = tape.member(resource, Name.ID);
    if (type < 0 || !tape.isText(type) || id < 0 || !Leaf.ID.accepts(tape, id)) {
      return Optional.empty();
    }
    Optional<AllowList.Listed> listed = allowList.resource(tape.text(type));
    Optional<ResourceFacts.Kind> kind = listed.flatMap(l -> kinds.read(tape, resource, l.type()));
    Optional<List<SecurityLabel>> inMeta = LabelReader.ofMeta(tape, resource);
    Optional<List<SecurityLabel>> beside = LabelReader.ofSecurityLabel(tape, resource);
    if (kind.isEmpty() || inMeta.isEmpty() || beside.isEmpty()) {
      return Optional.empty();
    }
    List<SecurityLabel> labels = new ArrayList<>(inMeta.get());
    labels.addAll(beside.get());
    Optional<ClientId> about = client(tape, resource, listed.get().client());
    String name = name(tape.text(id), listed.get().client(), about);
    ResourceFacts facts =
        new ResourceFacts(kind.get(), new ResourceId(name), about, LabelReader.together(labels));
    return Optional.of(new Candidate(listed.get(), name, inMeta.get(), facts));
  }

  /**
   * The client of the request, if the resource names her as the holder does; else empty: whoever
   * else it names is nobody the policy could know.
   */
  private Optional<ClientId> client(Tape tape, int resource, ClientPlace place) {
    return client.finds(tape, resource, place)
        ? Optional.of(terms.admission().request().client())
        : Optional.empty();
  }

  /** The id under which the recipient knows the resource. */
  private String name(String id, ClientPlace place, Optional<ClientId> about) {
    return place instanceof ClientPlace.Herself && about.isPresent()
        ? terms.client().atRecipient().value()
        : id;
  }
}

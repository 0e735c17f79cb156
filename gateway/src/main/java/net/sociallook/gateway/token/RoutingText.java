package net.sociallook.gateway.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.ResourceId;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * The first text of a routing: where it leads, and which fields follow.
 *
 * @param chain the steps that follow, of any number
 * @param witnessed whether it rests on a witness statement, and so on no key
 */
record RoutingText(Routing routing, List<StepKind> chain, boolean witnessed) {
  private static final RoutingFrame.Shape TESTIMONY = new RoutingFrame.Shape(4, 2);
  private static final int TEXTS = 5;
  private static final int RANDOM = 6;

  /**
   * @throws IllegalArgumentException if it is not of its form
   */
  static RoutingText read(byte[] json) {
    Members all = StrictJson.object("routing", json);
    Map<InstitutionId, ClientId> holders = new HashMap<>();
    all.object("holders")
        .allTexts()
        .forEach((holder, pseudonym) ->
            holders.put(
                new InstitutionId(Forms.institution(holder)),
                new ClientId(Forms.pseudonym(pseudonym))));
    List<Block> blocks = all.objects("blocks").stream().map(RoutingText::block).toList();
    List<StepKind> chain =
        all.has("chain") ? all.texts("chain").stream().map(StepKind::ofCode).toList() : List.of();
    if (all.has("chain") && chain.isEmpty()) {
      throw new IllegalArgumentException("chain: empty (expected: none, or steps)");
    }
    Optional<String> basis = all.optionalText("basis");
    all.end();
    if (basis.isPresent() && (!basis.get().equals("witness") || !chain.isEmpty())) {
      throw new IllegalArgumentException("basis: wrong (expected: none, or witness and no chain)");
    }
    return new RoutingText(new Routing(holders, blocks), chain, basis.isPresent());
  }

  RoutingFrame.Shape shape() {
    if (witnessed) {
      return TESTIMONY;
    }
    return new RoutingFrame.Shape(
        TEXTS + chain.stream().mapToInt(StepKind::texts).sum(),
        RANDOM + chain.stream().mapToInt(StepKind::random).sum());
  }

  private static Block block(Members members) {
    Block block =
        switch (members.text("kind")) {
          case "everything" -> new Block.Everything();
          case "institution" ->
              new Block.Institution(
                  new InstitutionId(Forms.institution(members.text("institution"))));
          case "document" ->
              new Block.Document(
                  new InstitutionId(Forms.institution(members.text("holder"))),
                  new ResourceId(Forms.document(members.text("document"))));
          case "person" ->
              new Block.Person(new CaseworkerId(Forms.staff(members.text("caseworker"))));
          case "sensitivity" -> new Block.Sensitivity(members.text("code"));
          default -> throw new IllegalArgumentException("block: unknown kind (expected: of five)");
        };
    members.end();
    return block;
  }
}

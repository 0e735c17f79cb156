package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client's standing "no": set at once and without a signature, lifted with one. */
@RestController
class BlockController {
  private final TakingBack takingBack;
  private final BlockChanges changes;
  private final BlockStore blocks;
  private final Unblocking unblocking;

  BlockController(
      TakingBack takingBack, BlockChanges changes, BlockStore blocks, Unblocking unblocking) {
    this.takingBack = takingBack;
    this.changes = changes;
    this.blocks = blocks;
    this.unblocking = unblocking;
  }

  record BlockList(List<BlockView> blocks) {}

  record BlockView(UUID id, Instant since, BlockForm block) {}

  record UnblockRequest(String language) {
    UnblockRequest {
      Objects.requireNonNull(language);
    }
  }

  record Lifted(String state) {}

  @GetMapping("/api/blocks")
  BlockList standing(@WithinReach SignedIn signedIn) {
    return new BlockList(
        blocks.standing(signedIn.client()).stream()
            .filter(block -> changes.isSeen(signedIn, block))
            .map(block -> new BlockView(block.id(), block.since(), block.form()))
            .toList());
  }

  @PostMapping("/api/blocks")
  ResponseEntity<TakenBackView> block(@WithinReach SignedIn signedIn, @RequestBody BlockForm form) {
    return TakenBackView.ofBlock(takingBack.run(() -> changes.set(signedIn, form)));
  }

  @PostMapping("/api/blocks/{id}/unblock-proposal")
  ResponseEntity<GrantController.ProposalView> propose(
      SignedIn signedIn, @PathVariable UUID id, @RequestBody UnblockRequest request) {
    BlockStore.Standing block =
        blocks.find(signedIn.client(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    Language language = Correct.orRefused(() -> Language.ofCode(request.language()));
    return ResponseEntity.status(201).body(unblocking.propose(signedIn, block, language));
  }

  @PostMapping("/api/blocks/{id}/removal")
  Lifted lift(
      SignedIn signedIn, @PathVariable UUID id, @RequestBody Proposals.Signature signature) {
    changes.lift(signedIn.client(), unblocking.accept(signedIn, id, signature));
    return new Lifted("removed");
  }
}

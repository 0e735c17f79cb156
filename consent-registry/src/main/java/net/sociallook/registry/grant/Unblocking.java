package net.sociallook.registry.grant;

import java.util.UUID;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Asks for the signature that lifts a block, and checks it. */
@Component
class Unblocking {
  private final ConsentText texts;
  private final CanonicalDocument documents;
  private final Proposals proposals;
  private final GrantViews views;

  Unblocking(
      ConsentText texts, CanonicalDocument documents, Proposals proposals, GrantViews views) {
    this.texts = texts;
    this.documents = documents;
    this.proposals = proposals;
    this.views = views;
  }

  GrantController.ProposalView propose(SignedIn who, BlockStore.Standing block, Language language) {
    String text = texts.ofUnblocking(block.form(), language);
    byte[] document =
        documents.ofUnblocking(block.id(), new CanonicalDocument.Text(text, language.code()));
    SignedDocument.Shown shown = new SignedDocument.Shown(document, text, language.code());
    return views.of(
        proposals.propose(new Proposals.Subject(Proposals.Kind.UNBLOCK, who, block.id()), shown),
        shown);
  }

  /**
   * @throws Refused as {@link Proposals#accept}, and if it was signed for another block
   */
  Proposals.Accepted accept(SignedIn who, UUID block, Proposals.Signature signature) {
    Proposals.Accepted accepted = proposals.accept(Proposals.Kind.UNBLOCK, who, signature);
    if (!accepted.target().equals(block)) {
      throw new Refused(Problem.ENDED);
    }
    return accepted;
  }
}

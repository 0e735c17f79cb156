package net.sociallook.registry.ownaccess;

import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** Of the institutions where a client is linked, those that can have something of her. */
@Component("ownAccessHolders")
record Holders(Links links, Directory directory) {
  List<InstitutionId> of(SignedIn signedIn) {
    return links.of(signedIn).stream().filter(id -> directory.holder(id).isPresent()).toList();
  }
}

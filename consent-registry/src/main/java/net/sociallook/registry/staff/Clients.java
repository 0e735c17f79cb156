package net.sociallook.registry.staff;

import java.util.List;
import java.util.UUID;
import net.sociallook.registry.link.Inviting;
import net.sociallook.registry.link.LocalId;
import net.sociallook.registry.link.Pseudonyms;
import org.springframework.stereotype.Component;

/** Finds clients by what the staff write: a number of a file, or a pseudonym. */
@Component
public record Clients(Inviting inviting, Pseudonyms pseudonyms) {

  /** More than one if a number was mistaken. */
  public List<UUID> find(Desk desk, String written) {
    if (written.matches("[0-9a-f]{32}")) {
      return pseudonyms.clientOf(desk.id(), written).stream().toList();
    }
    return LocalId.isOne(written) ? inviting.clientsOf(desk.id(), new LocalId(written)) : List.of();
  }
}

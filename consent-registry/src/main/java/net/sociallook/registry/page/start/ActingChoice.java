package net.sociallook.registry.page.start;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.session.Person;
import org.springframework.stereotype.Component;

/** Whether it has to be said for whom somebody acts. */
@Component
record ActingChoice(Roles roles, Links links, Clock clock) {

  /** Of who acts for others, is no client herself, and has not chosen one. */
  boolean isOpen(Optional<Person> person) {
    return person
        .filter(one -> one.role().isEmpty())
        .filter(one -> links.of(one.id()).isEmpty() && links.waiting(one.id()).isEmpty())
        .filter(one ->
            roles.ofPerson(one.id()).stream().anyMatch(role -> role.isAlive(clock.instant())))
        .isPresent();
  }

  /** Whether anybody acts, or has acted, for the client. */
  boolean isRepresented(UUID client) {
    return !roles.ofClient(client).isEmpty();
  }
}

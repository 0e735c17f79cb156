package net.sociallook.registry.page.device;

import java.time.Clock;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.session.Person;
import org.springframework.stereotype.Component;

/** What somebody is who has devices: a client, one who acts for others, or both. */
@Component
record OwnRoles(Roles roles, Links links, Clock clock) {
  boolean isClient(Person person) {
    return !links.of(person.id()).isEmpty();
  }

  /** With one of her devices; a further one acts for nobody before institutions endorse it. */
  boolean actsForSomebody(Person person) {
    return roles.ofPerson(person.id()).stream().anyMatch(role -> role.isAlive(clock.instant()));
  }
}

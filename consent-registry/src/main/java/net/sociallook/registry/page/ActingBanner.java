package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.Roles;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** For whom somebody acts, above every page. */
@Component
class ActingBanner {
  private final Sessions sessions;
  private final Roles roles;

  ActingBanner(Sessions sessions, Roles roles) {
    this.sessions = sessions;
    this.roles = roles;
  }

  /**
   * @param name what she calls the client; null where she never said
   * @param herself whether she acts for herself, and could act for others
   */
  record Acting(@Nullable String name, @Nullable String capacity, boolean herself) {}

  /** Empty for who acts for nobody else; and without a database, which that page must not need. */
  Optional<Acting> of(HttpServletRequest request) {
    try {
      return sessions.person(request).flatMap(this::of);
    } catch (DataAccessException away) {
      return Optional.empty();
    }
  }

  private Optional<Acting> of(Person person) {
    if (person.role().isEmpty()) {
      return roles.ofPerson(person.id()).isEmpty()
          ? Optional.empty()
          : Optional.of(new Acting(null, null, true));
    }
    UUID client = person.role().get().client();
    return Optional.of(
        new Acting(
            roles.nameOf(person.id(), client).orElse(null),
            person.role().get().capacity().code(),
            false));
  }
}

package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Finds the {@link Desk} of a request; both halves of it stand in the directory at this moment. */
@Component
class Desks {
  private final Directory directory;
  private final DeskCookie cookie;

  Desks(Directory directory, DeskCookie cookie) {
    this.directory = directory;
    this.cookie = cookie;
  }

  /**
   * @throws Refused if the directory does not know the caller
   */
  Institution institution(Caller.Institution caller) {
    return directory
        .institution(caller.id())
        .orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
  }

  Optional<Desk> of(HttpServletRequest request) {
    return Caller.institution(request)
        .flatMap(caller -> directory.institution(caller.id()))
        .flatMap(institution ->
            cookie
                .read(request, institution.id())
                .flatMap(institution::caseworker)
                .map(person -> new Desk(institution, person, DeskCookie.formToken(request))));
  }
}

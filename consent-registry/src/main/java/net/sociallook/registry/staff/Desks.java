package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.KnownStaff;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/**
 * Finds the {@link Desk} of a request; both halves of it stand in the directory at this moment. A
 * passkey counts before a name that was chosen; a certificate that is not of the passkey's
 * institution refutes it.
 */
@Component
class Desks implements KnownStaff {
  private final Directory directory;
  private final DeskCookie cookie;
  private final StaffSessions sessions;

  Desks(Directory directory, DeskCookie cookie, StaffSessions sessions) {
    this.directory = directory;
    this.cookie = cookie;
    this.sessions = sessions;
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
    return proven(request).or(() -> chosen(request));
  }

  @Override
  public boolean isSignedIn(HttpServletRequest request) {
    return proven(request).isPresent();
  }

  @Override
  public boolean wasSignedIn(HttpServletRequest request) {
    return StaffSessions.isNamed(request);
  }

  private Optional<Desk> proven(HttpServletRequest request) {
    return sessions
        .of(request)
        .filter(seated -> certificateAllows(request, seated))
        .flatMap(seated ->
            directory
                .institution(seated.institution())
                .flatMap(institution ->
                    institution
                        .caseworker(seated.person())
                        .map(person ->
                            new Desk(
                                institution,
                                person,
                                StaffSessions.formToken(request),
                                Attested.Proof.PASSKEY))));
  }

  private static boolean certificateAllows(
      HttpServletRequest request, StaffSessions.Seated seated) {
    return Caller.certificate(request).isEmpty()
        || Caller.institution(request)
            .filter(caller -> caller.id().equals(seated.institution()))
            .isPresent();
  }

  private Optional<Desk> chosen(HttpServletRequest request) {
    return Caller.institution(request)
        .flatMap(caller -> directory.institution(caller.id()))
        .flatMap(institution ->
            cookie
                .read(request, institution.id())
                .flatMap(institution::caseworker)
                .map(person ->
                    new Desk(
                        institution,
                        person,
                        DeskCookie.formToken(request),
                        Attested.Proof.CERTIFICATE)));
  }
}

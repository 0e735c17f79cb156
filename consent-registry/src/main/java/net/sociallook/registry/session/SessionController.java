package net.sociallook.registry.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.passkey.SignInDocument;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signing in and out. */
@RestController
class SessionController {
  private final Ceremonies ceremonies;
  private final PasskeyVerifier verifier;
  private final Sessions sessions;
  private final SigningOut signingOut;

  SessionController(
      Ceremonies ceremonies, PasskeyVerifier verifier, Sessions sessions, SigningOut signingOut) {
    this.ceremonies = ceremonies;
    this.verifier = verifier;
    this.sessions = sessions;
    this.signingOut = signingOut;
  }

  record SignInRequest(UUID ceremony, JsonNode assertion) {
    SignInRequest {
      Objects.requireNonNull(ceremony);
      Objects.requireNonNull(assertion);
    }
  }

  record SessionState(Instant expiresAt) {}

  record SignOutState(String state) {}

  @PostMapping("/api/session/options")
  Ceremonies.SignIn options() {
    return ceremonies.startSignIn();
  }

  @PostMapping("/api/session")
  ResponseEntity<SessionState> signIn(@RequestBody SignInRequest request) {
    SignInDocument document =
        ceremonies.takeSignIn(request.ceremony()).orElseThrow(() -> new Refused(Problem.ENDED));
    Assertion assertion = verifier.verifySignIn(request.assertion(), document);
    Sessions.Opened opened = sessions.open(document, assertion);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.SET_COOKIE, opened.cookie().toString())
        .body(new SessionState(opened.signedIn().expiresAt()));
  }

  @GetMapping("/api/session")
  SessionState session(Person person) {
    return new SessionState(person.expiresAt());
  }

  /** 204 once nothing that was opened inside the session is open any more; 202 if unknown. */
  @DeleteMapping("/api/session")
  ResponseEntity<SignOutState> signOut(HttpServletRequest request) {
    SigningOut.Result result = signingOut.signOut(request);
    String cookie = sessions.none().toString();
    return switch (result) {
      case EFFECTIVE -> ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie).build();
      case CHECKING ->
          ResponseEntity.accepted()
              .header(HttpHeaders.SET_COOKIE, cookie)
              .body(new SignOutState("checking"));
    };
  }
}

package net.sociallook.adapter.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.adapter.assertion.OwnTime;
import net.sociallook.adapter.assertion.ReadingHandler;
import net.sociallook.adapter.server.Outcome;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last word on what HAPI sends: a fresh reading, and refusals of ours instead of its texts. */
@Interceptor
public final class OutgoingAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingAnswers.class);

  private final OwnTime time;

  OutgoingAnswers(OwnTime time) {
    this.time = time;
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public boolean renewReading(HttpServletResponse response) {
    ReadingHandler.renew(time, response);
    return true;
  }

  @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
  public boolean refuse(BaseServerResponseException e, HttpServletResponse response)
      throws IOException {
    ReadingHandler.renew(time, response);
    Outcome.send(response, refusal(e));
    return false;
  }

  private static Refusal refusal(BaseServerResponseException e) {
    Optional<RefusedException> refused = causes(e, RefusedException.class);
    if (refused.isPresent()) {
      return refused.get().refusal();
    }
    if (causes(e, UncheckedIOException.class).isPresent()) {
      LOG.warn("existing system: does not answer", e);
      return Refusal.SYSTEM_UNAVAILABLE;
    }
    if (e.getStatusCode() >= 400 && e.getStatusCode() < 500) {
      return Refusal.PARAMETER_VALUE;
    }
    LOG.error("request: defect", e);
    return Refusal.DEFECT;
  }

  private static <T> Optional<T> causes(Throwable e, Class<T> kind) {
    return Stream.iterate(e, it -> it != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}

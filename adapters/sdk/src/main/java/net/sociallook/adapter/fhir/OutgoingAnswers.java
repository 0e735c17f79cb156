package net.sociallook.adapter.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.adapter.assertion.OwnTime;
import net.sociallook.adapter.assertion.ReadingHandler;
import net.sociallook.adapter.server.Outcome;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last word on what HAPI sends: a fresh reading, Bundles without what HAPI adds to them (a
 * total above all), and refusals of ours instead of its texts.
 */
@Interceptor
public final class OutgoingAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingAnswers.class);

  private final OwnTime time;

  OutgoingAnswers(OwnTime time) {
    this.time = time;
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public boolean complete(IBaseResource answer, HttpServletResponse response) {
    if (answer instanceof Bundle bundle) {
      bundle.setIdElement(null);
      bundle.setMeta(null);
      bundle.setTotalElement(null);
    }
    ReadingHandler.renew(time, response);
    return true;
  }

  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException refuse(Throwable e, HttpServletResponse response) {
    Refusal refusal = refusal(e);
    ReadingHandler.renew(time, response);
    return new UnclassifiedServerFailureException(
        refusal.status(), refusal.code(), outcome(refusal));
  }

  private static OperationOutcome outcome(Refusal refusal) {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(IssueType.fromCode(refusal.issueType()))
        .setDetails(
            new CodeableConcept(new Coding().setSystem(Outcome.SYSTEM).setCode(refusal.code()))
                .setText(refusal.text()));
    return outcome;
  }

  private static Refusal refusal(Throwable e) {
    Optional<RefusedException> refused = cause(e, RefusedException.class);
    if (refused.isPresent()) {
      return refused.get().refusal();
    }
    Optional<UncheckedIOException> broken = cause(e, UncheckedIOException.class);
    if (broken.isPresent()) {
      LOG.warn("existing system: does not answer ({})", broken.get().getMessage());
      return Refusal.SYSTEM_UNAVAILABLE;
    }
    if (e instanceof BaseServerResponseException hapi && hapi.getStatusCode() == 400) {
      return Refusal.PARAMETER_VALUE;
    }
    LOG.error("request: defect", e);
    return Refusal.DEFECT;
  }

  private static <T> Optional<T> cause(Throwable e, Class<T> kind) {
    return Stream.iterate(e, it -> it != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}

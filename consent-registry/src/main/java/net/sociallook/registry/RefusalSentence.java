package net.sociallook.registry;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Prints the sentence of {@link RefusesToStart} instead of a stack trace. */
final class RefusalSentence extends AbstractFailureAnalyzer<RefusesToStart> implements Ordered {

  @Override
  protected FailureAnalysis analyze(Throwable root, RefusesToStart refusal) {
    return new FailureAnalysis(
        "The consent registry refuses to start. " + refusal.getMessage(), "", root);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}

package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Labels;

/** Reads security labels. Whatever is not a list of known labels makes the answer empty. */
final class LabelReader {
  private LabelReader() {}

  /** The labels in meta.security; none where there is no such element. */
  static Optional<List<SecurityLabel>> ofMeta(Tape tape, int resource) {
    int meta = tape.member(resource, Name.META);
    if (meta >= 0 && tape.kind(meta) != Token.OBJECT_START) {
      return Optional.empty();
    }
    int security = meta < 0 ? -1 : tape.member(meta, Name.SECURITY);
    return security < 0 ? Optional.of(List.of()) : codings(tape, security);
  }

  /** The labels of all concepts in securityLabel; none where there is no such element. */
  static Optional<List<SecurityLabel>> ofSecurityLabel(Tape tape, int resource) {
    int concepts = tape.member(resource, Name.SECURITY_LABEL);
    if (concepts < 0) {
      return Optional.of(List.of());
    }
    if (tape.kind(concepts) != Token.ARRAY_START) {
      return Optional.empty();
    }
    List<SecurityLabel> all = new ArrayList<>();
    for (int i = concepts + 1; i < tape.after(concepts); i = tape.after(i)) {
      Optional<List<SecurityLabel>> some = ofConcept(tape, i);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(some.get());
    }
    return Optional.of(all);
  }

  /** The labels of one CodeableConcept, which must have at least one. */
  static Optional<List<SecurityLabel>> ofConcept(Tape tape, int concept) {
    int codings = tape.member(concept, Name.CODING);
    return codings < 0
        ? Optional.empty()
        : codings(tape, codings).filter(labels -> !labels.isEmpty());
  }

  private static Optional<List<SecurityLabel>> codings(Tape tape, int codings) {
    if (tape.kind(codings) != Token.ARRAY_START) {
      return Optional.empty();
    }
    List<SecurityLabel> labels = new ArrayList<>();
    for (int i = codings + 1; i < tape.after(codings); i = tape.after(i)) {
      Optional<SecurityLabel> label = coding(tape, i);
      if (label.isEmpty()) {
        return Optional.empty();
      }
      labels.add(label.get());
    }
    return Optional.of(labels);
  }

  private static Optional<SecurityLabel> coding(Tape tape, int coding) {
    int system = tape.member(coding, Name.SYSTEM);
    int code = tape.member(coding, Name.CODE);
    if (system < 0 || code < 0 || !tape.isText(system) || !tape.isText(code)) {
      return Optional.empty();
    }
    return SecurityLabel.find(tape.text(system), tape.text(code));
  }

  /** What the labels mean together: the highest level, every sensitivity. */
  static Labels together(List<SecurityLabel> all) {
    Optional<Confidentiality> level = Optional.empty();
    if (all.isEmpty()) {
      return Labels.NONE;
    }
    Set<String> sensitivities = new HashSet<>();
    for (SecurityLabel label : all) {
      switch (label.effect()) {
        case CONFIDENTIALITY -> {
          Confidentiality named = Confidentiality.valueOf(label.code());
          level = Optional.of(level.map(named::max).orElse(named));
        }
        case SENSITIVITY -> sensitivities.add(label.code());
        case INSTRUCTION -> {}
      }
    }
    return new Labels(level.orElse(Confidentiality.N), sensitivities);
  }
}

package net.sociallook.adapter.youthoffice.simulation;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The kinds of documents that are invented, with how the case system files them. */
enum Template {
  HILFEPLAN("HPL", "Hilfeplan nach § 36 SGB VIII", Form.LETTER, 1, null),
  FORTSCHREIBUNG("HPF", "Fortschreibung des Hilfeplans", Form.LETTER, 1, null),
  BESCHEID("BES", "Bescheid über Hilfe für junge Volljährige", Form.LETTER, 1, null),
  EINLADUNG("EIN", "Einladung zum Hilfeplangespräch", Form.LETTER, 1, null),
  LEBENSLAUF("LEB", "Lebenslauf für Bewerbungen", Form.LETTER, 1, null),
  ZEUGNIS("ZEU", "Schulzeugnis (Scan)", Form.SCAN, 1, null),
  VERLAUF("VER", "Verlaufsnotizen", Form.TEXT, 1, null),
  STELLUNGNAHME("STN", "Stellungnahme des Bezirkssozialdienstes", Form.LETTER, 2, null),
  SUCHTBERATUNG("STN", "Stellungnahme der Suchtberatung", Form.LETTER, 2, "SU"),
  GENOGRAMM("GEN", "Genogramm", Form.DRAWING, 2, null),
  SCHUTZPLAN("STN", "Schutzplan nach § 8a SGB VIII", Form.LETTER, 3, "GW");

  /** How often each is drawn. */
  private static final List<Template> DRAWN =
      List.of(
          FORTSCHREIBUNG,
          FORTSCHREIBUNG,
          BESCHEID,
          BESCHEID,
          EINLADUNG,
          EINLADUNG,
          LEBENSLAUF,
          LEBENSLAUF,
          ZEUGNIS,
          ZEUGNIS,
          VERLAUF,
          VERLAUF,
          VERLAUF,
          STELLUNGNAHME,
          STELLUNGNAHME,
          SUCHTBERATUNG,
          GENOGRAMM,
          SCHUTZPLAN);

  private final String kind;
  private final String subject;
  private final Form form;
  private final int level;
  private final @Nullable String mark;

  Template(String kind, String subject, Form form, int level, @Nullable String mark) {
    this.kind = kind;
    this.subject = subject;
    this.form = form;
    this.level = level;
    this.mark = mark;
  }

  static Template any(Random random) {
    return DRAWN.get(random.nextInt(DRAWN.size()));
  }

  /** {@code art_kz}. */
  String kind() {
    return kind;
  }

  /** {@code betreff}. */
  String subject() {
    return subject;
  }

  Form form() {
    return form;
  }

  /** {@code stufe}. */
  int level() {
    return level;
  }

  /** {@code schutz_kz}. */
  @Nullable String mark() {
    return mark;
  }

  /** What kind of file it is. */
  enum Form {
    LETTER("pdf", "application/pdf"),
    SCAN("pdf", "application/pdf"),
    DRAWING("png", "image/png"),
    TEXT("txt", "text/plain; charset=utf-8");

    final String extension;
    final String mediaType;

    Form(String extension, String mediaType) {
      this.extension = extension;
      this.mediaType = mediaType;
    }
  }
}

package net.sociallook.adapter.jobcenter.simulation;

import java.util.List;
import java.util.Random;

/** The kinds of documents that are invented, with how the case system files them. */
enum Paper {
  KOOPERATIONSPLAN("KOP", "Kooperationsplan", "0", "", true),
  EINGLIEDERUNGSVEREINBARUNG("EGV", "Eingliederungsvereinbarung", "0", "", true),
  BEWILLIGUNG("BEW", "Bewilligungsbescheid Bürgergeld", "0", "", false),
  EINLADUNG("EIN", "Einladung zum Gespräch", "0", "", false),
  VERMITTLUNGSVORSCHLAG("VMV", "Vermittlungsvorschlag", "0", "", false),
  LEBENSLAUF("LBL", "Lebenslauf", "0", "", false),
  KRANKMELDUNG("AUB", "Arbeitsunfähigkeitsbescheinigung (Scan)", "1", "", true),
  GUTACHTEN("AED", "Gutachten des Ärztlichen Dienstes", "2", "PSYCH", true),
  VERMERK("VEM", "Gesprächsvermerk", "1", "", false),
  ANHOERUNG("ANH", "Anhörung", "0", "", false);

  /** How often each is drawn. */
  private static final List<Paper> DRAWN =
      List.of(
          BEWILLIGUNG,
          BEWILLIGUNG,
          EINLADUNG,
          EINLADUNG,
          VERMITTLUNGSVORSCHLAG,
          VERMITTLUNGSVORSCHLAG,
          LEBENSLAUF,
          KRANKMELDUNG,
          GUTACHTEN,
          VERMERK,
          VERMERK);

  /** {@code doktyp}. */
  final String kind;

  /** {@code titel}. */
  final String title;

  /** {@code schutz}. */
  final String level;

  /** {@code schutzart}. */
  final String mark;

  /** Whether it is filed as a picture of a sheet, which takes more room. */
  final boolean isScanned;

  Paper(String kind, String title, String level, String mark, boolean isScanned) {
    this.kind = kind;
    this.title = title;
    this.level = level;
    this.mark = mark;
    this.isScanned = isScanned;
  }

  static Paper any(Random random) {
    return DRAWN.get(random.nextInt(DRAWN.size()));
  }
}

package net.sociallook.pilot.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sociallook.pilot.roster.Institution.Caseworker;

/** The institutions of the field trial; names of staff are invented. */
final class Institutions {
  /** The small provider whose staff read on the staff's page. */
  private static final String WITH_INBOX = "job-coaching-harz";

  private final List<Institution> institutions = new ArrayList<>();
  private int caseworkers;

  private Institutions() {}

  static List<Institution> fieldTrial() {
    Institutions all = new Institutions();
    all.add(
        Roster.JOBCENTER,
        "Jobcenter Landkreis Nordhausen",
        "benefit-authority",
        """
        Weber, Anna|case-management|u25
        Krause, Stefan|case-management|u25
        Vogt, Miriam|case-management|u25
        Lorenz, Jens|case-management|u25
        Ziegler, Carola|placement|u25
        Hartung, Uwe|placement|u25
        Seidel, Katrin|placement|ue25
        Böttcher, Frank|placement|ue25
        Pohl, Silke|case-management|ue25
        Jahn, Thomas|case-management|ue25
        Günther, Petra|team-lead|u25
        Albrecht, Rolf|team-lead|ue25
        """);
    all.add(
        Roster.YOUTH_OFFICE,
        "Jugendamt Landkreis Nordhausen",
        "youth-office",
        """
        Brandt, Julia|social-work|asd
        Keller, Markus|social-work|asd
        Roth, Daniela|social-work|asd
        Simon, Torsten|social-work|asd
        Haase, Christin|youth-support|jgh
        Busch, Lars|youth-support|jgh
        Kuhn, Yvonne|youth-support|jgh
        Arnold, Peter|care-leavers|pkd
        Engel, Sabine|care-leavers|pkd
        Graf, Heike|team-lead|asd
        """);
    all.add(
        "horizont-ev",
        "HORIZONT e.V.",
        "provider",
        """
        Sommer, Nadine|social-work|jugendberatung
        Winter, Kai|coaching|jugendberatung
        Stein, Ulrike|team-lead|jugendberatung
        """);
    all.add(
        "addiction-counselling-nordhausen",
        "Suchtberatung Nordhausen",
        "provider",
        """
        Fuchs, Andrea|counselling|suchtberatung
        Scholz, Matthias|counselling|suchtberatung
        Lange, Ines|counselling|suchtberatung
        """);
    all.add(
        "vocational-school-nordhausen",
        "Berufsschule Nordhausen",
        "school",
        """
        Peters, Gabriele|school-social-work|bvj
        Otto, Dirk|teaching|bvj
        Kaiser, Manuela|teaching|bvj
        """);
    all.add(
        "training-company-suedharz",
        "Ausbildungsbetrieb Südharz GmbH",
        "provider",
        """
        Beck, Holger|training|metall
        Wolff, Janine|training|holz
        Horn, Sven|training|metall
        """);
    all.add(
        "youth-workshop-goldene-aue",
        "Jugendwerkstatt Goldene Aue",
        "provider",
        """
        Bergmann, Ralf|training|werkstatt
        Thomas, Steffi|social-work|werkstatt
        Voigt, Mario|training|werkstatt
        """);
    all.add(
        "debt-counselling-nordhausen",
        "Schuldnerberatung Nordhausen",
        "provider",
        """
        Sauer, Elke|counselling|schuldnerberatung
        Ludwig, Bernd|counselling|schuldnerberatung
        Franke, Doreen|counselling|schuldnerberatung
        """);
    all.add(
        "housing-help-nordhausen",
        "Wohnungshilfe Nordhausen",
        "provider",
        """
        Jung, Patrick|social-work|wohnen
        Hahn, Susann|social-work|wohnen
        Schubert, Norbert|social-work|wohnen
        """);
    all.add(
        "job-coaching-harz",
        "Jobcoaching Harz gGmbH",
        "provider",
        """
        Friedrich, Anke|coaching|coaching
        Möller, Jörg|coaching|coaching
        """);
    return List.copyOf(all.institutions);
  }

  private void add(String id, String name, String kind, String staff) {
    List<Caseworker> people = staff.lines().map(this::caseworker).toList();
    institutions.add(new Institution(id, name, kind, people, id.equals(WITH_INBOX)));
  }

  private Caseworker caseworker(String line) {
    String[] parts = line.split("\\|", 3);
    String id = String.format(Locale.ROOT, "cw-%03d", ++caseworkers);
    return new Caseworker(id, parts[0], Role.ofCode(parts[1]), parts[2]);
  }
}

package net.sociallook.pilot.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The clients of the field trial: invented names that could stand on a Nordhausen doorbell. */
final class Clients {
  private static final int COUNT = 80;
  private static final int MOST_PROVIDERS = 3;
  private static final List<String> GIVEN =
      List.of(
          "Leon",
          "Emily",
          "Justin",
          "Celina",
          "Kevin",
          "Lea",
          "Florian",
          "Vanessa",
          "Tim",
          "Jasmin",
          "Marvin",
          "Laura",
          "Paul",
          "Michelle",
          "Robin",
          "Nele",
          "Amir",
          "Sophie",
          "Dennis",
          "Aylin",
          "Max",
          "Chantal",
          "Yusuf",
          "Hanna",
          "Niklas",
          "Lina",
          "Oleksandr",
          "Maria",
          "Fabian",
          "Samira",
          "Erik",
          "Pia",
          "Jonas",
          "Mandy",
          "Tobias",
          "Lisa",
          "Karim",
          "Antonia",
          "Philipp",
          "Zoe");
  private static final List<String> FAMILY =
      List.of(
          "Schmidt",
          "Neumann",
          "Richter",
          "Klein",
          "Wagner",
          "Becker",
          "Hoffmann",
          "Koch",
          "Schäfer",
          "Bauer",
          "Wolf",
          "Schröder",
          "Zimmermann",
          "Hartmann",
          "Krüger",
          "Werner",
          "Lehmann",
          "Köhler",
          "Maier",
          "Walter",
          "Huber",
          "Peter",
          "Kowalski",
          "Demir",
          "Haddad",
          "Bondarenko",
          "Thiele",
          "Rausch",
          "Henning",
          "Kramer",
          "Ebert");

  private Clients() {}

  static List<Client> fieldTrial(List<Institution> institutions) {
    List<String> providers =
        institutions.stream()
            .map(Institution::id)
            .filter(id -> !id.equals(Roster.JOBCENTER) && !id.equals(Roster.YOUTH_OFFICE))
            .toList();
    return IntStream.rangeClosed(1, COUNT).mapToObj(n -> client(n, providers)).toList();
  }

  /**
   * The two lists of names have no common factor in their lengths, so no full name comes twice. The
   * first eight clients go to three providers each, the next eight to two, and so on round.
   */
  private static Client client(int number, List<String> providers) {
    int index = number - 1;
    LocalDate born = LocalDate.of(2000, 1, 1).plusDays(index * 977L % 3287);
    List<String> at = new ArrayList<>(List.of(Roster.JOBCENTER, Roster.YOUTH_OFFICE));
    int group = index / providers.size();
    for (int i = 0; i < MOST_PROVIDERS - group % (MOST_PROVIDERS + 1); i++) {
      at.add(providers.get((index + i) % providers.size()));
    }
    return new Client(
        number,
        String.format(Locale.ROOT, "client-%02d", number),
        FAMILY.get(index % FAMILY.size()),
        GIVEN.get(index % GIVEN.size()),
        born,
        List.copyOf(at));
  }
}

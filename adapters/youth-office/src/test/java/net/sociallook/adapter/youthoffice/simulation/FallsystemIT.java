package net.sociallook.adapter.youthoffice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.sociallook.testbed.DurablePostgres;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class FallsystemIT {
  private static final long MEGABYTE = 1_000_000;
  private static final List<Person> PEOPLE =
      IntStream.rangeClosed(1, 80)
          .mapToObj(i -> new Person("p-" + i, "Müller-" + i, "Şenay", LocalDate.of(2004, 1, 1)))
          .toList();

  private static DurablePostgres postgres;
  private static PGSimpleDataSource database;
  @TempDir private static Path files;

  @BeforeAll
  static void fill() {
    postgres = DurablePostgres.temporary();
    database = database("one");
    assertThat(Fallsystem.fill(database, files, 7, PEOPLE)).isTrue();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void everyPersonHasAFewDocumentsAndTheFirstIsForEverybody() throws SQLException {
    List<String> counts =
        column(
            """
            select count(*) from dokument d join fallakte a using (akt_id)
             where d.gelöscht_kz = 'N' and d.status_kz <> 'E' group by a.pers_nr\
            """);
    List<String> first =
        column(
            "select distinct art_kz || status_kz || stufe || coalesce(schutz_kz, '-')"
                + " from dokument where lfd_nr = 1");

    assertThat(counts).hasSize(80).allSatisfy(n -> assertThat(Integer.parseInt(n)).isBetween(2, 8));
    assertThat(first).containsExactly("HPLF1-");
    assertThat(column("select distinct stufe from dokument")).contains("1", "2", "3");
    assertThat(column("select distinct schutz_kz from dokument")).contains("SU", "GW");
  }

  @Test
  void everyCaseHasAppointmentsGoalsAndMessagesOfAllSorts() throws SQLException {
    String states =
        "select distinct string_agg(distinct status_kz, '' order by status_kz) from termin";

    assertThat(column(states + " group by akt_id")).containsExactly("AENSV");
    assertThat(column("select count(*) from termin where status_kz = 'S' and absagegrund is null"))
        .containsExactly("0");
    assertThat(column("select count(distinct plan_id) from ziel where bewertung_kz = 'N'"))
        .containsExactly("80");
    assertThat(
            column(
                """
                select distinct string_agg(distinct richtung_kz || partner_kz, ' '
                    order by richtung_kz || partner_kz)
                  from nachricht group by akt_id\
                """))
        .containsExactly("AI AK EI ES");
    assertThat(column("select count(*) from termin where stufe = 2 and schutz_kz = 'SU'"))
        .containsExactly("20");
    assertThat(column("select count(*) from kontakt where telefon is null")).containsExactly("11");
  }

  @Test
  void appointmentsAndCalendarsLieAroundTheGivenDay() throws SQLException {
    assertThat(
            column(
                """
                select count(*) from termin
                 where (status_kz in ('E', 'N', 'S')) <> (beginn < date '2026-11-20')\
                """))
        .containsExactly("0");
    assertThat(column("select min(gültig_von) from kalender")).containsExactly("2026-11-20");
    assertThat(column("select count(*) from kalender_zeit where belegt_kz = 'F'").getFirst())
        .isNotEqualTo("0");
  }

  @Test
  void filesAreRealAndOfThePromisedSizes() throws IOException, SQLException {
    long total = 0;
    for (Path file : written()) {
      long size = Files.size(file);
      total += size;
      assertThat(size).as(file.toString()).isBetween(10_000L, 5 * MEGABYTE);
      if (file.toString().endsWith(".png")) {
        assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(500);
      } else if (file.toString().endsWith(".txt")) {
        assertThat(Files.readString(file)).contains("Şenay", "Aktenzeichen");
      }
    }
    assertThat(total).isBetween(5 * MEGABYTE, 150 * MEGABYTE);
    assertThat(column("select sum(größe_bytes) from dokument_datei"))
        .containsExactly(Long.toString(total));
  }

  @Test
  void pdfsCanBeReadAndSayWhomTheyAreAbout() throws IOException {
    List<Path> letters =
        written().stream().filter(file -> file.toString().endsWith(".pdf")).toList();
    assertThat(letters).hasSizeGreaterThan(100);
    for (Path file : letters.subList(0, 40)) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        assertThat(pdf.getNumberOfPages()).isPositive();
        assertThat(new PDFTextStripper().getText(pdf)).contains("Senay Müller-");
      }
    }
  }

  @Test
  void sameSeedGivesTheSameFiles(@TempDir Path again) throws IOException {
    assertThat(Fallsystem.fill(database("two"), again, 7, PEOPLE.subList(0, 6))).isTrue();

    Map<String, byte[]> second = contents(again);
    Map<String, byte[]> first = contents(files);
    first.keySet().retainAll(second.keySet());

    assertThat(second).isNotEmpty();
    assertThat(first.keySet()).isEqualTo(second.keySet());
    first.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(second.get(name)));
  }

  @Test
  void filledSystemIsLeftAlone(@TempDir Path other) throws IOException {
    assertThat(Fallsystem.fill(database, other, 8, PEOPLE)).isFalse();
    assertThat(other).isEmptyDirectory();
  }

  private static PGSimpleDataSource database(String name) {
    postgres.createDatabase(name);
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl(name));
    return source;
  }

  private static List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Map<String, byte[]> contents(Path directory) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        if (name.compareTo("00007") < 0) {
          contents.put(name, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  private static List<String> column(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}

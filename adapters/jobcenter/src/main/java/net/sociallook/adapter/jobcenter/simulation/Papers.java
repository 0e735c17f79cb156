package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The documents of the files. Their bytes are made anew whenever somebody fetches them. */
final class Papers {
  private static final int WIDTH = 88;

  private final Stock stock;
  private final String institution;
  private final Pdf.Picture scan = Pdf.Picture.paper(560, 790, 3);
  private final Pdf.Picture letterhead = Pdf.Picture.paper(160, 110, 5);

  Papers(Stock stock, String institution) {
    this.stock = stock;
    this.institution = institution;
  }

  /**
   * Five to nine documents, the last a current plan that everybody with a grant sees; and what is
   * not for outside: a draft, a deleted one, one about a sanction, one without a date.
   */
  void fill(CustomerFile file) {
    Random random = file.random("dokumente");
    LocalDate day = file.openedOn().plusDays(14);
    add(file, Paper.EINGLIEDERUNGSVEREINBARUNG, day).put("status", "20");
    int count = 3 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      day = day.plusDays(9 + random.nextInt(25));
      add(file, Paper.any(random), day);
    }
    if (file.number() % 3 == 0) {
      add(file, Paper.ANHOERUNG, day.plusDays(2));
    }
    if (file.number() % 5 == 0) {
      add(file, Paper.VERMERK, file.today().minusDays(2)).put("status", "05");
      add(file, Paper.BEWILLIGUNG, file.today().minusDays(8)).put("loeschkz", "1");
      add(file, Paper.EINLADUNG, file.today().minusDays(6)).putNull("datum");
    }
    add(file, Paper.KOOPERATIONSPLAN, day.plusDays(5));
  }

  private ObjectNode add(CustomerFile file, Paper paper, LocalDate day) {
    byte[] bytes = write(file, paper, day);
    ObjectNode row = file.row(day);
    row.put("doktyp", paper.kind);
    row.put("status", "10");
    row.put("datum", Writing.day(day));
    row.put("titel", paper.title);
    row.put("schutz", paper.level);
    row.put("schutzart", paper.mark);
    ObjectNode content =
        Fields.of(
            "dateinr",
            "1",
            "typ",
            "PDF",
            "name",
            paper.title + ".pdf",
            "groesse",
            Writing.number(bytes.length),
            "pruefsumme",
            "SHA1:" + sha1(bytes));
    row.set("dateien", Fields.of("dateien", List.of(content)).get("dateien"));
    long number = stock.add("dokumente", row);
    stock.addFile(number, 1, Stock.StoredFile.of(bytes.length, () -> write(file, paper, day)));
    return row;
  }

  private byte[] write(CustomerFile file, Paper paper, LocalDate day) {
    Pdf.Page page = new Pdf.Page();
    if (paper.isScanned) {
      page.picture(0, 0, 595, 842);
    } else {
      page.picture(440, 740, 110, 76);
    }
    page.line(60, 780, 14, institution).line(60, 716, 10, Writing.day(day));
    page.line(60, 670, 13, paper.title);
    int y = 630;
    for (String line : wrapped(Wording.of(paper, file))) {
      page.line(60, y, 10, line);
      y -= 15;
    }
    return Pdf.write(paper.title, page, paper.isScanned ? scan : letterhead);
  }

  private static List<String> wrapped(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (line.length() + word.length() + 1 > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

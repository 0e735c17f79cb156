package net.sociallook.adapter.youthoffice.simulation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sociallook.adapter.youthoffice.simulation.CaseFile.Planned;

/** Letters and forms of the youth office, as PDF. */
final class Letter {
  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY);
  private static final int WIDTH = 92;
  private static final int LINES_A_PAGE = 42;

  private Letter() {}

  static byte[] write(CaseFile file, Planned planned, byte[] letterhead) {
    List<String> lines = wrapped(Wording.of(file, planned));
    List<Pdf.Page> pages = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
      Pdf.Page page = head(file, planned);
      int y = 620;
      for (String line : lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE))) {
        page.line(60, y, 10, line);
        y -= 13;
      }
      pages.add(page.line(500, 40, 9, "Seite " + (pages.size() + 1)));
    }
    return Pdf.write(planned.template().subject(), pages, Pdf.Jpeg.of(letterhead));
  }

  /** A page that was scanned; what was read on it lies over it. */
  static byte[] scan(CaseFile file, Planned planned, byte[] scan) {
    Pdf.Page page = new Pdf.Page().picture(0, 0, 595, 842);
    int y = 760;
    for (String line : wrapped(Wording.of(file, planned))) {
      page.line(70, y, 11, line);
      y -= 19;
    }
    return Pdf.write(planned.template().subject(), List.of(page), Pdf.Jpeg.of(scan));
  }

  private static Pdf.Page head(CaseFile file, Planned planned) {
    return new Pdf.Page()
        .picture(460, 740, 88, 60)
        .line(60, 780, 14, "Jugendamt")
        .line(60, 764, 9, "Allgemeiner Sozialer Dienst")
        .line(60, 720, 10, "Aktenzeichen: " + file.reference())
        .line(60, 706, 10, "Bearbeitung: " + file.responsible().name())
        .line(400, 706, 10, "Datum: " + DATE.format(planned.date()))
        .line(60, 660, 13, planned.template().subject());
  }

  private static List<String> wrapped(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
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
}

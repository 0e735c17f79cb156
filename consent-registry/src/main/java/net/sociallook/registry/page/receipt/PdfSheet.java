package net.sociallook.registry.page.receipt;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Writes lines from top to bottom, broken between words, on as many A4 pages as they need. */
final class PdfSheet {
  private static final float MARGIN = 64;
  private static final float LEADING = 1.4f;
  private static final float POINTS = 1000;

  /** In points. */
  enum Size {
    TITLE(22),
    HEADING(15),
    TEXT(12),
    SMALL(10);

    private final float points;

    Size(float points) {
      this.points = points;
    }
  }

  private final PDDocument document;
  private final PDFont font;
  private @Nullable PDPageContentStream page;
  private float y;

  PdfSheet(PDDocument document, PDFont font) {
    this.document = document;
    this.font = font;
  }

  void write(String text, Size size) throws IOException {
    if (size == Size.HEADING) {
      y -= size.points;
    }
    String written = printable(text);
    String indent = " ".repeat(written.length() - written.stripLeading().length());
    StringBuilder line = new StringBuilder(indent);
    for (String word : written.strip().split(" ")) {
      String longer = line.toString().isBlank() ? indent + word : line + " " + word;
      if (!line.toString().isBlank() && isTooWide(longer, size)) {
        put(line.toString(), size);
        line.setLength(0);
        line.append(indent).append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    put(line.toString(), size);
  }

  private boolean isTooWide(String line, Size size) throws IOException {
    float width = font.getStringWidth(line) / POINTS * size.points;
    return width > PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  private void put(String line, Size size) throws IOException {
    y -= size.points * LEADING;
    PDPageContentStream stream = page;
    if (stream == null || y < MARGIN) {
      close();
      PDPage next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      stream = new PDPageContentStream(document, next);
      page = stream;
      y = PDRectangle.A4.getHeight() - MARGIN - size.points;
    }
    stream.beginText();
    stream.setFont(font, size.points);
    stream.newLineAtOffset(MARGIN, y);
    stream.showText(line);
    stream.endText();
  }

  void close() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  /**
   * What the font has no letter for is shown as a question mark: the text itself is in the JSON.
   */
  private String printable(String text) {
    StringBuilder written = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> written.append(canWrite(letter) ? letter : "?"));
    return written.toString();
  }

  private boolean canWrite(String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}

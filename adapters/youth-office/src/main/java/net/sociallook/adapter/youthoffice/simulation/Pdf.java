package net.sociallook.adapter.youthoffice.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a plain PDF: pages of A4 with lines of Helvetica and one JPEG picture.
 *
 * @see <a
 *     href="https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf">ISO
 *     32000-1 §7.5</a>
 */
final class Pdf {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");
  private static final int FIXED = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private Pdf() {}

  /**
   * @param title of the document
   * @param pages the content streams of the pages, see {@link Page}
   * @param picture JPEG, grey
   */
  static byte[] write(String title, List<Page> pages, Jpeg picture) {
    Pdf pdf = new Pdf();
    pdf.text("%PDF-1.4\n%\u00e4\u00f6\u00fc\u00df\n");
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIXED + 2 * i + 1).append(" 0 R ");
    }
    pdf.object("<< /Type /Pages /Kids [ %s] /Count %d >>".formatted(kids, pages.size()));
    pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pdf.stream(
        "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
                .formatted(picture.width(), picture.height())
            + " /BitsPerComponent 8 /Filter /DCTDecode",
        picture.bytes());
    pdf.object("<< /Title (%s) /Producer (Fallsystem) >>".formatted(Page.escape(title)));
    for (Page page : pages) {
      pdf.object(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                  .formatted(pdf.offsets.size() + 2)
              + " /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >> >>");
      pdf.stream("", page.content().getBytes(WIN_ANSI));
    }
    return pdf.finish();
  }

  private void object(String body) {
    begin();
    text(body + "\nendobj\n");
  }

  private void stream(String dictionary, byte[] bytes) {
    begin();
    text("<< %s /Length %d >>\nstream\n".formatted(dictionary, bytes.length));
    out.writeBytes(bytes);
    text("\nendstream\nendobj\n");
  }

  private void begin() {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n");
  }

  private byte[] finish() {
    int start = out.size();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
    offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    text("trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n".formatted(offsets.size() + 1));
    text("startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(WIN_ANSI));
  }

  /** A JPEG with its size in pixels. */
  record Jpeg(byte[] bytes, int width, int height) {
    /** Reads the size from the frame header (SOF0). */
    static Jpeg of(byte[] bytes) {
      int at = 2;
      while ((bytes[at + 1] & 0xff) != 0xc0) {
        at += 2 + word(bytes, at + 2);
      }
      return new Jpeg(bytes, word(bytes, at + 7), word(bytes, at + 5));
    }

    private static int word(byte[] bytes, int at) {
      return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
  }

  /** The content of one page, as it grows. */
  static final class Page {
    private final StringBuilder content = new StringBuilder();

    /** Puts the picture where it is said, in points from the lower left corner. */
    Page picture(int x, int y, int width, int height) {
      content.append("q %d 0 0 %d %d %d cm /Im1 Do Q\n".formatted(width, height, x, y));
      return this;
    }

    Page line(int x, int y, int size, String text) {
      content.append("BT /F1 %d Tf %d %d Td (%s) Tj ET\n".formatted(size, x, y, escape(text)));
      return this;
    }

    String content() {
      return content.toString();
    }

    static String escape(String text) {
      return printable(text).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    /** Letters that the font's encoding does not have lose their marks: {@code ş} becomes s. */
    private static String printable(String text) {
      StringBuilder printable = new StringBuilder();
      text.replace('ı', 'i')
          .codePoints()
          .mapToObj(Character::toString)
          .map(letter ->
              WIN_ANSI.newEncoder().canEncode(letter)
                  ? letter
                  : Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1))
          .forEach(printable::append);
      return printable.toString();
    }
  }
}

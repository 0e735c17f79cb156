package net.sociallook.adapter.jobcenter.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a sheet of A4 with lines of Helvetica over one grey picture.
 *
 * @see <a
 *     href="https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf">ISO
 *     32000-1 §7.5</a>
 */
final class Pdf {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private Pdf() {}

  static byte[] write(String title, Page page, Picture picture) {
    Pdf pdf = new Pdf();
    pdf.text("%PDF-1.4\n%\u00e4\u00f6\u00fc\u00df\n");
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.object("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>");
    pdf.object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources"
            + " << /Font << /F1 4 0 R >> /XObject << /Im1 5 0 R >> >> >>");
    pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    pdf.stream(
        "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
                .formatted(picture.width(), picture.height())
            + " /BitsPerComponent 8 /Filter /FlateDecode",
        picture.deflated());
    pdf.stream("", page.content.toString().getBytes(WIN_ANSI));
    pdf.object("<< /Title (%s) /Producer (Fallwerk) >>".formatted(Page.escape(title)));
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
    int objects = offsets.size() + 1;
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(objects));
    offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    text("trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n".formatted(objects, objects - 1));
    text("startxref\n" + start + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(WIN_ANSI));
  }

  /** Grey, one byte for each point. */
  record Picture(byte[] deflated, int width, int height) {
    /**
     * What a scanner makes of an empty sheet.
     *
     * @param grain how much the points differ; the more, the larger the file
     */
    static Picture paper(int width, int height, int grain) {
      Random random = new Random(width * 31L + height);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      byte[] points = new byte[width * height];
      for (int i = 0; i < points.length; i++) {
        points[i] = (byte) (250 - random.nextInt(1 << grain));
      }
      try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
        out.write(points);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        deflater.end();
      }
      return new Picture(bytes.toByteArray(), width, height);
    }
  }

  /** The content of the page, as it grows. */
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

    static String escape(String text) {
      return printable(text).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    /** Letters that the font does not have lose their marks. */
    private static String printable(String text) {
      CharsetEncoder font = WIN_ANSI.newEncoder();
      StringBuilder printable = new StringBuilder();
      text.replace('ı', 'i')
          .codePoints()
          .mapToObj(Character::toString)
          .map(letter ->
              font.canEncode(letter)
                  ? letter
                  : Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1))
          .forEach(printable::append);
      return printable.toString();
    }
  }
}

package net.sociallook.registry.page.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Noto Sans for Latin and Cyrillic, Noto Sans Arabic; only the letters used get into a PDF. {@code
 * build.mjs} lays them down.
 */
final class PrintFonts {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final List<Font> all =
      List.of(
          new Font("Noto Sans", REGULAR, read("noto-sans-regular")),
          new Font("Noto Sans", BOLD, read("noto-sans-bold")),
          new Font("Noto Sans Arabic", REGULAR, read("noto-sans-arabic-regular")),
          new Font("Noto Sans Arabic", BOLD, read("noto-sans-arabic-bold")));

  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared
  private record Font(String family, int weight, byte[] file) {}

  void in(PdfRendererBuilder builder) {
    for (Font font : all) {
      builder.useFont(
          () -> new ByteArrayInputStream(font.file()),
          font.family(),
          font.weight(),
          FontStyle.NORMAL,
          true);
    }
  }

  private static byte[] read(String name) {
    String resource = "/page/print/" + name + ".ttf";
    try (InputStream in = PrintFonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: in the jar)");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package net.sociallook.registry.page.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Lets each glyph of a font stand for letters instead of for one of the shapes that an Arabic
 * letter has in a word: searching, copying and reading aloud look for letters.
 *
 * @see <a href="https://www.iso.org/standard/51502.html">ISO 32000-1, 9.10.3, ToUnicode CMaps</a>
 */
final class LetterShapes {
  private static final int CODES = 0x1_0000;
  private static final int CODE_BYTES = 2;

  /** More may not stand in one block of a CMap. */
  private static final int BLOCK = 100;

  private final PDDocument document;
  private final Set<COSDictionary> named = Collections.newSetFromMap(new IdentityHashMap<>());

  LetterShapes(PDDocument document) {
    this.document = document;
  }

  void name(PDFont font) throws IOException {
    COSBase current = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
    if (!named.add(font.getCOSObject()) || !(current instanceof COSStream stream)) {
      return;
    }
    COSStream letters = document.getDocument().createCOSStream();
    try (OutputStream out = letters.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(written(entries(stream)).getBytes(StandardCharsets.US_ASCII));
    }
    font.getCOSObject().setItem(COSName.TO_UNICODE, letters);
  }

  private static List<String> entries(COSStream stream) throws IOException {
    CMap map =
        new CMapParser()
            .parse(new RandomAccessReadBuffer(stream.createInputStream().readAllBytes()));
    List<String> entries = new ArrayList<>();
    HexFormat hex = HexFormat.of().withUpperCase();
    for (int code = 0; code < CODES; code++) {
      String shape = map.toUnicode(code, CODE_BYTES);
      if (shape != null) {
        entries.add(
            "<%04X> <%s>"
                .formatted(
                    code, hex.formatHex(letters(shape).getBytes(StandardCharsets.UTF_16BE))));
      }
    }
    return entries;
  }

  static String letters(String shape) {
    return shape.codePoints().anyMatch(LetterShapes::isShape)
        ? Normalizer.normalize(shape, Normalizer.Form.NFKC)
        : shape;
  }

  private static boolean isShape(int codePoint) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
    return block == Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_A
        || block == Character.UnicodeBlock.ARABIC_PRESENTATION_FORMS_B;
  }

  private static String written(List<String> entries) {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int start = 0; start < entries.size(); start += BLOCK) {
      List<String> block = entries.subList(start, Math.min(start + BLOCK, entries.size()));
      map.append(block.size()).append(" beginbfchar\n");
      block.forEach(entry -> map.append(entry).append('\n'));
      map.append("endbfchar\n");
    }
    return map.append(
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """)
        .toString();
  }
}

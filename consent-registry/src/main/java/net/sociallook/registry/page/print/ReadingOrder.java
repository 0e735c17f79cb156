package net.sociallook.registry.page.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Makes words that run from right to left readable for programs. The typesetter places their
 * letters as they are seen, from the left, in the shapes they have in a word: so a run of them is
 * marked as reversed, and each shape says which letter it is.
 *
 * @see <a href="https://www.iso.org/standard/51502.html">ISO 32000-1, 14.8.2.3.3, reverse-order
 *     show strings</a>
 */
final class ReadingOrder {
  private static final COSName REVERSED = COSName.getPDFName("ReversedChars");

  private ReadingOrder() {}

  static byte[] of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      LetterShapes shapes = new LetterShapes(document);
      for (PDPage page : document.getPages()) {
        mark(document, page);
        for (COSName font : page.getResources().getFontNames()) {
          shapes.name(page.getResources().getFont(font));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void mark(PDDocument document, PDPage page) throws IOException {
    List<Object> marked = new ArrayList<>();
    List<Object> operands = new ArrayList<>();
    PDFont font = null;
    for (Object token : new PDFStreamParser(page).parse()) {
      operands.add(token);
      if (token instanceof Operator operator) {
        if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
          font = page.getResources().getFont((COSName) operands.getFirst());
        }
        boolean reversed =
            font != null
                && operator.getName().equals(OperatorName.SHOW_TEXT)
                && runsFromTheRight(font, (COSString) operands.getFirst());
        if (reversed) {
          marked.add(REVERSED);
          marked.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
        }
        marked.addAll(operands);
        if (reversed) {
          marked.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT));
        }
        operands.clear();
      }
    }
    PDStream content = new PDStream(document);
    try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(marked);
    }
    page.setContents(content);
  }

  private static boolean runsFromTheRight(PDFont font, COSString shown) throws IOException {
    InputStream codes = new ByteArrayInputStream(shown.getBytes());
    while (codes.available() > 0) {
      String letter = font.toUnicode(font.readCode(codes));
      if (letter != null && letter.codePoints().anyMatch(ReadingOrder::isFromTheRight)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFromTheRight(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}

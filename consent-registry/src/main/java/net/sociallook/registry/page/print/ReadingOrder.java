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
    List<Object> run = new ArrayList<>();
    for (Object token : new PDFStreamParser(page).parse()) {
      run.add(token);
      if (is(token, OperatorName.BEGIN_MARKED_CONTENT_SEQ)
          || is(token, OperatorName.END_MARKED_CONTENT)) {
        marked.addAll(inOrder(page, run));
        run.clear();
      }
    }
    marked.addAll(run);
    PDStream content = new PDStream(document);
    try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(marked);
    }
    page.setContents(content);
  }

  /** One run of a direction; it has a piece for each change of the font, from the left. */
  private static List<Object> inOrder(PDPage page, List<Object> run) throws IOException {
    if (!runsFromTheRight(page, run)) {
      return run;
    }
    int first = 0;
    while (!is(run.get(first), OperatorName.BEGIN_TEXT)) {
      first++;
    }
    List<List<Object>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
    PDFont font = null;
    for (Object token : run.subList(first, run.size())) {
      List<Object> piece = pieces.getLast();
      if (is(token, OperatorName.SET_FONT_AND_SIZE)) {
        font = page.getResources().getFont((COSName) piece.get(piece.size() - 2));
      }
      if (is(token, OperatorName.SHOW_TEXT)) {
        COSString shown = (COSString) piece.removeLast();
        piece.add(REVERSED);
        piece.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
        piece.add(font == null ? shown : withoutMark(font, shown));
        piece.add(token);
        piece.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT));
        continue;
      }
      piece.add(token);
      if (is(token, OperatorName.END_TEXT)) {
        pieces.add(new ArrayList<>());
      }
    }
    List<Object> end = pieces.removeLast();
    // What is set between two pieces, a colour for instance, must stay before the second.
    boolean independent =
        pieces.stream().allMatch(piece -> is(piece.getFirst(), OperatorName.BEGIN_TEXT));
    List<Object> ordered = new ArrayList<>(run.subList(0, first));
    (independent ? pieces.reversed() : pieces).forEach(ordered::addAll);
    ordered.addAll(end);
    return ordered;
  }

  private static boolean runsFromTheRight(PDPage page, List<Object> run) throws IOException {
    PDFont font = null;
    for (int i = 0; i < run.size(); i++) {
      if (is(run.get(i), OperatorName.SET_FONT_AND_SIZE)) {
        font = page.getResources().getFont((COSName) run.get(i - 2));
      }
      if (font != null
          && is(run.get(i), OperatorName.SHOW_TEXT)
          && runsFromTheRight(font, (COSString) run.get(i - 1))) {
        return true;
      }
    }
    return false;
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

  /** The font draws the mark by which the run was known. */
  private static COSString withoutMark(PDFont font, COSString shown) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    ByteArrayInputStream codes = new ByteArrayInputStream(shown.getBytes());
    while (codes.available() > 0) {
      int code = font.readCode(codes);
      if (!JoinedLetters.MARK.equals(font.toUnicode(code))) {
        kept.write(code >> Byte.SIZE);
        kept.write(code);
      }
    }
    return new COSString(kept.toByteArray());
  }

  private static boolean is(Object token, String operator) {
    return token instanceof Operator found && found.getName().equals(operator);
  }

  private static boolean isFromTheRight(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}

package net.sociallook.registry.page.print;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.text.Normalizer;

/**
 * Gives Arabic letters the shapes they have in a word. Marks above and below stay marks: ICU would
 * make letters of a width of their own of them, which tear the word apart.
 */
final class JoinedLetters implements BidiReorderer {
  /** Right-to-left mark. {@link ReadingOrder} takes it out again. */
  static final String MARK = "\u200F";

  private static final int FIRST_WIDE_MARK = 0xFE70;
  private static final int LAST_WIDE_MARK = 0xFE7F;
  private static final String CARRIERS = "[ \\x{0640}]";

  private final BidiReorderer icu = new ICUBidiReorderer();

  @Override
  public String shapeText(String text) {
    StringBuilder shaped = new StringBuilder();
    icu.shapeText(text)
        .codePoints()
        .forEach(shape -> {
          String letter = Character.toString(shape);
          shaped.append(
              shape >= FIRST_WIDE_MARK && shape <= LAST_WIDE_MARK
                  ? Normalizer.normalize(letter, Normalizer.Form.NFKC).replaceAll(CARRIERS, "")
                  : letter);
        });
    return shaped.toString();
  }

  /** With a mark by which {@link ReadingOrder} knows a run without letters, too. */
  @Override
  public String reorderRTLTextToLTR(String text) {
    return MARK + icu.reorderRTLTextToLTR(text);
  }

  @Override
  public String deshapeText(String text) {
    return icu.deshapeText(text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}

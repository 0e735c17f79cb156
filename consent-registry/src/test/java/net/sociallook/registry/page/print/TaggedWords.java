package net.sociallook.registry.page.print;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF as assistive technology does: by its tags. */
final class TaggedWords {
  private final PDDocument document;
  private final Map<PDPage, Map<Integer, String>> byPage = new HashMap<>();
  private final StringBuilder words = new StringBuilder();

  TaggedWords(PDDocument document) {
    this.document = document;
  }

  String all() throws IOException {
    read(document.getDocumentCatalog().getStructureTreeRoot(), null);
    return words.toString();
  }

  private void read(PDStructureNode node, PDPage page) throws IOException {
    for (Object kid : node.getKids()) {
      switch (kid) {
        case PDStructureElement element -> {
          read(element, element.getPage() == null ? page : element.getPage());
          if (!"Span".equals(element.getStructureType())) {
            words.append('\n');
          }
        }
        case PDMarkedContentReference reference -> add(reference.getPage(), reference.getMCID());
        case Integer id -> add(page, id);
        default -> throw new IllegalStateException("kid: " + kid + " (expected: text)");
      }
    }
  }

  private void add(PDPage page, int id) throws IOException {
    if (!byPage.containsKey(page)) {
      byPage.put(page, contents(page));
    }
    words.append(byPage.get(page).getOrDefault(id, ""));
  }

  private static Map<Integer, String> contents(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> texts = new HashMap<>();
    for (PDMarkedContent content : extractor.getMarkedContents()) {
      texts.merge(content.getMCID(), text(content), String::concat);
    }
    return texts;
  }

  private static String text(PDMarkedContent content) {
    List<String> letters =
        content.getContents().stream()
            .map(one ->
                switch (one) {
                  case TextPosition letter -> letter.getUnicode();
                  case PDMarkedContent inner -> text(inner);
                  default -> "";
                })
            .toList();
    if (!"ReversedChars".equals(content.getTag())) {
      return String.join("", letters);
    }
    return letters.reversed().stream().map(TaggedWords::mirrored).collect(joining());
  }

  /** What opens is seen as what closes. */
  private static String mirrored(String letter) {
    int place = "()[]".indexOf(letter);
    return place < 0 ? letter : String.valueOf("()[]".charAt(place ^ 1));
  }
}

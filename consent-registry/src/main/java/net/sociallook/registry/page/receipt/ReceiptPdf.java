package net.sociallook.registry.page.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.passkey.Bytes;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * A receipt to print and file. Its words are in the language of the text that was signed, German or
 * English: the library sets no Arabic script.
 */
@Component
class ReceiptPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int HEX_PART = 8;

  private final Texts texts;

  ReceiptPdf(Texts texts) {
    this.texts = texts;
  }

  /** What is on the page besides the receipt itself. */
  record Names(String recipient, String institution) {}

  byte[] of(ClientReceipt receipt, Names names) {
    PageLanguage language =
        receipt.signed().language().equals("en") ? PageLanguage.EN : PageLanguage.DE;
    try (PDDocument document = new PDDocument();
        InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      PDFont font = PDType0Font.load(document, file, true);
      document.getDocumentCatalog().setLanguage(language.formats().toLanguageTag());
      document.getDocumentInformation().setTitle(texts.text(language, "receipt.title"));
      PdfSheet sheet = new PdfSheet(document, font);
      sheet.write(texts.text(language, "receipt.title"), PdfSheet.Size.TITLE);
      for (String line : head(receipt, names, language)) {
        sheet.write(line, PdfSheet.Size.TEXT);
      }
      sheet.write(texts.text(language, "receipt.text"), PdfSheet.Size.HEADING);
      for (String line : receipt.signed().text().split("\n")) {
        sheet.write(line, PdfSheet.Size.TEXT);
      }
      sheet.write(texts.text(language, "receipt.proof"), PdfSheet.Size.HEADING);
      for (String line : proof(receipt, names, language)) {
        sheet.write(line, PdfSheet.Size.SMALL);
      }
      sheet.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> head(ClientReceipt receipt, Names names, PageLanguage language) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.text(language, "receipt.recipient", names.recipient()));
    lines.add(texts.text(language, "receipt.signed", time(receipt.signed().at(), language)));
    lines.add(
        receipt
            .grant()
            .withdrawnAt()
            .map(at -> texts.text(language, "receipt.withdrawn", time(at, language)))
            .orElseGet(
                () -> texts.text(language, "receipt.version", receipt.grant().version().number())));
    return lines;
  }

  private List<String> proof(ClientReceipt receipt, Names names, PageLanguage language) {
    return List.of(
        texts.text(language, "receipt.proof.text", names.institution()),
        texts.text(language, "receipt.proof.grant", receipt.id()),
        texts.text(
            language,
            "receipt.proof.document",
            hex(Bytes.sha256(receipt.evidence().signed().document()))),
        texts.text(
            language,
            "receipt.proof.signature",
            hex(receipt.evidence().signed().assertion().signature())));
  }

  private static String time(Instant instant, PageLanguage language) {
    return DateTimeFormatter.ofPattern("d. MMMM yyyy, HH:mm", Locale.GERMANY)
        .withLocale(language.formats())
        .withZone(ZoneId.of("Europe/Berlin"))
        .format(instant);
  }

  /** In groups, so that it can be broken and compared. */
  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes).replaceAll("(.{" + HEX_PART + "})", "$1 ");
  }
}

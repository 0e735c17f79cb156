package net.sociallook.registry.page.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF as tests look at it. */
public record Printed(byte[] bytes) {
  private static final Path PICTURES = Path.of("target/screenshots/print");
  private static final float DPI = 80;
  private static final float FINE_DPI = 150;
  private static final int HALF = 128;

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  /** What breaks PDF/UA-1, in the words of veraPDF. */
  public List<String> barriers() {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(found -> found.getRuleId().getClause() + " " + found.getMessage())
          .distinct()
          .toList();
    } catch (VeraPDFException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that can be seen, by place on the page, without breaks between lines. */
  public String words() {
    return with(document -> joined(new PDFTextStripper().getText(document)));
  }

  /** The same, of each page. */
  public List<String> wordsOfPages() {
    return with(document -> {
      List<String> pages = new ArrayList<>();
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(joined(stripper.getText(document)));
      }
      return pages;
    });
  }

  /** All that can be seen, line by line. */
  public List<String> lines() {
    return with(
        document -> new PDFTextStripper().getText(document).lines().map(Printed::joined).toList());
  }

  /** Share of the first page that is dark: of black on white some hundredths. */
  public double ink() {
    return with(document -> {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
      int[] shades =
          page.getData().getPixels(0, 0, page.getWidth(), page.getHeight(), (int[]) null);
      return (double) Arrays.stream(shades).filter(shade -> shade < HALF).count() / shades.length;
    });
  }

  /** What a screen reader is told: the structure in its order, letters in theirs. */
  public String heard() {
    return with(document -> joined(new TaggedWords(document).all()));
  }

  public String language() {
    return with(document -> document.getDocumentCatalog().getLanguage());
  }

  public String title() {
    return with(document -> document.getDocumentInformation().getTitle());
  }

  public int pages() {
    return with(PDDocument::getNumberOfPages);
  }

  /** Names of all fonts; none is outside of the file. */
  public List<String> fonts() {
    return with(document -> {
      TreeSet<String> names = new TreeSet<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          names.add((font.isEmbedded() ? "" : "outside: ") + font.getName());
        }
      }
      return List.copyOf(names);
    });
  }

  /** How many different glyphs are seen. */
  int shapes() {
    Set<Integer> codes = new TreeSet<>();
    return with(document -> {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          Arrays.stream(letter.getCharacterCodes()).forEach(codes::add);
        }
      }.getText(document);
      return codes.size();
    });
  }

  /** Leaves a picture of each page in {@code target/screenshots/print}. */
  public Printed draw(String name) {
    return with(document -> {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".pdf"), bytes);
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, DPI);
        ImageIO.write(picture, "png", PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
      return this;
    });
  }

  /** What the QR code of each page says. */
  public List<String> codes() {
    return with(document -> {
      PDFRenderer renderer = new PDFRenderer(document);
      List<String> codes = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        codes.add(code(renderer.renderImageWithDPI(page, FINE_DPI)));
      }
      return codes;
    });
  }

  private static String code(BufferedImage page) {
    int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
    var bitmap =
        new BinaryBitmap(
            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
    try {
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    } catch (ReaderException e) {
      return "none that can be read";
    }
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(PDDocument document) throws IOException;
  }

  private <T> T with(Look<T> look) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return look.at(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what only steers direction, or where a line ends. */
  public static String joined(String text) {
    return text.replaceAll("[\\x{2066}-\\x{2069}\\x{200E}\\x{200F}]", "")
        .replace('\u00A0', ' ')
        .strip()
        .replaceAll("\\s+", " ");
  }
}

package net.sociallook.registry.page.print;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns XHTML into PDF/UA-1. It loads nothing but pictures that stand in the page itself; a few
 * pages are set at once and none is longer than {@value #LONGEST} characters, so memory is bounded.
 */
@Component
class Typesetter {
  static final int LONGEST = 256 * 1024;
  private static final int AT_ONCE = 4;
  private static final float PDF_1_7 = 1.7f;
  private static final String PICTURE = "data:image/png;base64,";

  static {
    // It would write words of the page to the log.
    XRLog.setLoggingEnabled(false);
  }

  private final PrintFonts fonts = new PrintFonts();
  private final Semaphore seats = new Semaphore(AT_ONCE);

  byte[] pdf(String xhtml) {
    if (xhtml.length() > LONGEST) {
      throw new IllegalArgumentException(
          "page: " + xhtml.length() + " characters (expected: at most " + LONGEST + ")");
    }
    Document page = parse(Printable.only(xhtml));
    seats.acquireUninterruptibly();
    try {
      return ReadingOrder.of(set(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      seats.release();
    }
  }

  private byte[] set(Document page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfVersion(PDF_1_7);
    builder.withProducer("SOCIALLOOK");
    builder.useReplacementText("?");
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new JoinedLetters());
    builder.defaultTextDirection(
        page.getDocumentElement().getAttribute("dir").equals("rtl")
            ? TextDirection.RTL
            : TextDirection.LTR);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith(PICTURE), when);
    }
    fonts.in(builder);
    builder.withW3cDocument(page, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static Document parse(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xhtml)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("template: not XHTML (expected: well-formed)", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

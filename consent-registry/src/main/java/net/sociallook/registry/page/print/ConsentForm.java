package net.sociallook.registry.page.print;

import java.util.Map;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.page.giving.Lines;
import org.springframework.stereotype.Component;

/**
 * The form for clients without a device, in large print: what it is about with boxes to be ticked,
 * all that § 67b SGB X wants said, and room for the signatures of client and witness. PDF.
 */
@Component
public class ConsentForm {
  private final Printer printer;
  private final Texts texts;

  ConsentForm(Printer printer, Texts texts) {
    this.printer = printer;
    this.texts = texts;
  }

  public byte[] render(FormContent content) {
    FormContent.Parties parties = content.parties();
    return printer.pdf(
        "form",
        content.language(),
        Map.of(
            "content", content,
            "recipient", Lines.isolated(parties.recipient()),
            "holder", Lines.isolated(parties.holder()),
            "witness", parties.witness().isEmpty() ? "" : Lines.isolated(parties.witness()),
            "reference", Lines.isolated(content.reference().shown()),
            "code", new QrCode(content.reference().code()).png(),
            "office", texts.text(PageLanguage.DE, "form.office")));
  }
}

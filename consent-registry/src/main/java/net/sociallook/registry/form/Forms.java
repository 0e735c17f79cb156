package net.sociallook.registry.form;

import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.capture.Capture;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.print.BlankForm;
import net.sociallook.registry.page.print.ConsentForm;
import net.sociallook.registry.page.print.FormContent;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Sheets of an institution, as PDF. */
@Component
public class Forms {
  private final Directory directory;
  private final ConsentForm form;
  private final BlankForm blank;

  Forms(Directory directory, ConsentForm form, BlankForm blank) {
    this.directory = directory;
    this.form = form;
    this.blank = blank;
  }

  /** With the words that were prepared, and their hash in the QR code of each page. */
  public byte[] of(Capture capture) {
    String witness =
        directory
            .institution(capture.institution())
            .flatMap(institution -> institution.caseworker(capture.witness()))
            .map(Institution.Caseworker::name)
            .orElse(capture.witness().value());
    return form.render(
        FormContent.prepared(
            language(capture.prepared().language()),
            new FormContent.Parties(
                name(capture.recipient()), name(capture.institution()), witness),
            capture.id().toString(),
            capture.prepared().text()));
  }

  /**
   * With all that can be allowed. The QR code is {@code blank:recipient:holder}.
   *
   * @throws Refused if there is no such recipient or language
   */
  public byte[] blank(InstitutionId recipient, InstitutionId holder, String language) {
    Institution asks =
        directory.institution(recipient).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return form.render(
        blank.of(
            language(language),
            new FormContent.Parties(asks.name(), name(holder), ""),
            "blank:" + recipient.value() + ":" + holder.value()));
  }

  private String name(InstitutionId id) {
    return directory.institution(id).map(Institution::name).orElse(id.value());
  }

  private static PageLanguage language(String tag) {
    return PageLanguage.ofTag(tag)
        .orElseThrow(() ->
            new Refused(
                Problem.MALFORMED, "language: unknown (expected: de, de-simple, en, uk or ar)"));
  }
}

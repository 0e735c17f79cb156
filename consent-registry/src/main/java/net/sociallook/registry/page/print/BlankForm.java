package net.sociallook.registry.page.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sociallook.consent.Permission;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Texts;
import net.sociallook.registry.page.giving.Lines;
import org.springframework.stereotype.Component;

/**
 * A sheet with all that can be allowed, and nothing prepared: for a home visit, or a client who
 * wants to read in peace. What is ticked is captured later.
 */
@Component
public class BlankForm {
  private final Texts texts;

  BlankForm(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param code by which a scan is matched, see {@link FormContent.Reference}
   */
  public FormContent of(PageLanguage language, FormContent.Parties parties, String code) {
    List<FormContent.Line> lines = new ArrayList<>();
    String allow = texts.text(language, "form.allow", Lines.isolated(parties.recipient()));
    String data = texts.text(language, "form.holder", Lines.isolated(parties.holder()));
    add(lines, FormContent.Kind.PLAIN, allow);
    add(lines, FormContent.Kind.PLAIN, data);
    Arrays.stream(Permission.values())
        .filter(permission -> permission != Permission.STATISTICS)
        .forEach(permission -> {
          String key = "permission." + permission.code();
          String about = key + ".about";
          add(lines, FormContent.Kind.BOX, capitalised(texts.text(language, key), language));
          add(lines, FormContent.Kind.MORE, texts.text(language, about));
        });
    add(lines, FormContent.Kind.BLANK, texts.text(language, "form.until"));
    String shown = texts.text(language, "form.blank");
    return new FormContent(language, parties, new FormContent.Reference(shown, code), lines);
  }

  private static String capitalised(String words, PageLanguage language) {
    return words.substring(0, 1).toUpperCase(language.formats()) + words.substring(1);
  }

  private static void add(List<FormContent.Line> lines, FormContent.Kind kind, String words) {
    lines.add(new FormContent.Line(kind, words));
  }
}

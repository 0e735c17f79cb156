package net.sociallook.registry.page.giving;

import java.util.List;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.registry.page.titles.DocumentLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form with the switches, ready to be shown. */
@Component
class Switches {
  private final Lines lines;

  Switches(Lines lines) {
    this.lines = lines;
  }

  record Row(String key, Lines.Line line, boolean on) {}

  /** Somebody to whom it can be narrowed. */
  record Person(String id, String name, boolean chosen) {}

  record Level(String code, boolean chosen) {}

  /** Days, as {@code <input type="date">} wants them. */
  record Days(String first, String last, String until) {}

  /** One document of a holder, or all. */
  record Documents(String holder, DocumentLists.Choice list) {}

  /**
   * What limits all switches at once.
   *
   * @param documents by holder of documents, if there are any
   */
  record Limits(Days days, List<Person> people, List<Level> levels, List<Documents> documents) {}

  /**
   * What the client has filled in so far.
   *
   * @param documents what she can choose from
   * @param checked whether she wanted to go on
   */
  record Filled(Choice.Form form, List<DocumentLists.Choice> documents, boolean checked) {}

  /**
   * @param action where it is sent
   * @param trouble what has to be corrected; empty at first
   */
  record View(
      String action,
      List<Row> rows,
      List<String> presets,
      Limits limits,
      @Nullable String trouble) {}

  View show(Choice.About about, Offer offer, Filled filled) {
    Choice.Form form = filled.form();
    return new View(
        about.path(),
        offer.options().stream()
            .map(option ->
                new Row(
                    option.key(), lines.of(option.widest()), form.allow().contains(option.key())))
            .toList(),
        Preset.of(offer).stream().map(Preset::code).toList(),
        limits(offer, filled),
        filled.checked() && Chosen.of(offer, form) instanceof Chosen.Trouble(Chosen.Kind kind)
            ? kind.code()
            : null);
  }

  private Limits limits(Offer offer, Filled filled) {
    Choice.Form form = filled.form();
    String until = form.until().isEmpty() ? offer.usual().toString() : form.until();
    String level = form.level().isEmpty() ? Confidentiality.N.name() : form.level();
    return new Limits(
        new Days(offer.first().toString(), offer.last().toString(), until),
        offer.people().stream().map(one -> person(one.id(), form)).toList(),
        offer.levels().stream()
            .map(one -> new Level(one.name(), one.name().equals(level)))
            .toList(),
        filled.documents().stream()
            .map(one -> new Documents(lines.institution(one.holder()), one))
            .toList());
  }

  private Person person(CaseworkerId id, Choice.Form form) {
    return new Person(id.value(), lines.caseworker(id), id.value().equals(form.person()));
  }
}

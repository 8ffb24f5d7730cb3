package org.foyal.cases.templates;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.cases.Case;
import org.foyal.cases.Department;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;

/// A text that agents answer with.
///
/// @param code its name in addresses
/// @param words plain text; what stands in braces is filled in for each case
/// @param active whether agents are offered it
/// @param version of the row, for two people who write at once
public record Template(String code, Told title, Told words, boolean active, int version) {
  /// What a text may leave open, as it is written.
  public static final String BLANKS = "{reference}, {date}, {service}";

  private static final String BLANK = "\\{(reference|date|service)}";

  /// Whether a text leaves only that open which we know how to fill.
  static boolean fillable(String text) {
    var rest = text.replaceAll(BLANK, "");
    return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
  }

  /// The text for whoever asked, in their language where it is written in it, else in French.
  ///
  /// @param city who answers where no department does
  public String filled(Case asked, String city) {
    var language =
        words.foreignTo(asked.language()).flatMap(Language::find).orElse(asked.language());
    var date =
        language.write(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), asked.due().promisedOn());
    return words
        .in(asked.language())
        .replace("{reference}", asked.reference().toString())
        .replace("{date}", date)
        .replace("{service}", asked.department().map(Department::name).orElse(city));
  }
}

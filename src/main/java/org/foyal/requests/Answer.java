package org.foyal.requests;

import java.util.Optional;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;

/// The answer to something that a category asks.
///
/// @param attribute the number of the question
/// @param code the question's name in forms and in the API
/// @param asked the question as it was asked
/// @param said the words; of a list, the French of what was chosen
/// @param told what was chosen of a list, in every language
/// @param open whether everybody may see it once the report was read
public record Answer(
    long attribute, String code, Told asked, String said, Optional<Told> told, boolean open) {
  /// The words for a reader: what was chosen in their language, what was typed as it was.
  public String said(Language reader) {
    return told.map(one -> one.in(reader)).orElse(said);
  }
}

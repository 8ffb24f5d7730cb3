package org.foyal.innovation.applying;

import org.foyal.innovation.Call;

/// What can come of beginning an application.
public sealed interface Starting {
  /// There is a draft.
  ///
  /// @param letter whether the reference and the code leave by letter
  record Started(Application application, String code, boolean letter) implements Starting {}

  /// One can't apply now.
  record NotOpen(Call call) implements Starting {}

  /// Nobody may begin it under that mandate.
  ///
  /// @param words the key of the sentence that says why
  record Refused(String words) implements Starting {}

  /// There is no such call.
  record NoCall() implements Starting {}
}

package org.foyal.agreement.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.foyal.agreement.Party;
import org.foyal.shell.Page;

/// What a list to choose from offers: the words by the value that is sent, in their order.
public final class Choices {
  private Choices() {}

  /// The parties by their codes.
  public static Map<String, String> of(List<Party> parties) {
    return of(parties, Party::code, Party::name);
  }

  /// The words of an enumeration, which stand under a key and the name.
  public static Map<String, String> of(Page page, String key, List<? extends Enum<?>> values) {
    return of(values, Enum::name, value -> page.say(key + value.name()));
  }

  /// Whatever there is, each with its value and its words.
  public static <T> Map<String, String> of(
      List<T> all, Function<? super T, String> value, Function<? super T, String> words) {
    var choices = new LinkedHashMap<String, String>();
    all.forEach(one -> choices.put(value.apply(one), words.apply(one)));
    return Collections.unmodifiableMap(choices);
  }
}

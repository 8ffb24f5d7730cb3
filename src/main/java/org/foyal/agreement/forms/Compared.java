package org.foyal.agreement.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.shell.Page;
import org.jspecify.annotations.Nullable;

/// Shows whoever was overtaken what stands now beside what was typed.
public final class Compared {
  private Compared() {}

  /// A line for each field where the two differ, in the order of what was typed.
  ///
  /// @param now what stands now, by the key of the field
  /// @param typed what was typed, by the same keys
  public static List<String> lines(Page page, Map<String, String> now, Map<String, String> typed) {
    return typed.entrySet().stream()
        .filter(field -> !field.getValue().equals(now.get(field.getKey())))
        .map(field ->
            page.say(
                "agreement.pair",
                page.say("agreement.field." + field.getKey()),
                page.say(
                    "agreement.desk.both", dash(now.get(field.getKey())), dash(field.getValue()))))
        .toList();
  }

  /// A text in the languages in which it was typed, on one line.
  public static String texts(@Nullable String fr, @Nullable String en, @Nullable String gcf) {
    return Stream.of(fr, en, gcf)
        .map(Typed::clean)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" / "));
  }

  private static String dash(@Nullable String text) {
    return text == null || text.isEmpty() ? "–" : text;
  }
}

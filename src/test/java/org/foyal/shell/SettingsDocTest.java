package org.foyal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// docs/settings.md is the code's own description of its settings.
@Tag("rules")
class SettingsDocTest {
  private static final Path PAGE = Path.of("docs/settings.md");

  @Test
  void thePageOfSettingsEqualsTheCode() throws IOException {
    var truth = page(KnownSettings.all());
    var written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!written.equals(truth)) {
      Files.createDirectories(Path.of("docs"));
      Files.writeString(PAGE, truth);
    }
    assertThat(written)
        .as("docs/settings.md differed from the code; it is written anew, commit it")
        .isEqualTo(truth);
  }

  record Planted(@Setting("How many.") @DefaultValue("3") int many, int silent) {}

  @Test
  void aPlantedSettingChangesThePageAndASilentOneIsCaught() {
    var planted = new TreeMap<>(KnownSettings.all());
    planted.put("foyal.planted.many", Planted.class.getRecordComponents()[0]);
    assertThat(page(planted))
        .contains("| `foyal.planted.many` | `3` | How many. |")
        .isNotEqualTo(page(KnownSettings.all()));
    assertThat(wordless(KnownSettings.all())).isEmpty();
    assertThat(wordless(Map.of("foyal.planted.silent", Planted.class.getRecordComponents()[1])))
        .isNotEmpty();
  }

  private static java.util.List<String> wordless(Map<String, RecordComponent> settings) {
    return settings.entrySet().stream()
        .filter(s ->
            !s.getValue().isAnnotationPresent(Setting.class)
                || s.getValue().getAnnotation(Setting.class).value().isBlank())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String page(Map<String, RecordComponent> settings) {
    var page =
        new StringBuilder(
            """
            # Settings

            Each may stand in `application.properties` beside the jar, on the command line as `--key=value`, or in the
            environment in capitals (`foyal.shell.city-name` is `FOYAL_SHELL_CITYNAME`). Foyal refuses to start on a key
            under `foyal.` that is not in this list. A test writes this page from the code.

            | key | default | what it is |
            |---|---|---|
            """);
    settings.forEach((key, component) ->
        page.append("| `%s` | %s | %s |%n".formatted(key, preset(component), sentence(component))));
    return page.toString();
  }

  private static String sentence(RecordComponent component) {
    var setting = component.getAnnotation(Setting.class);
    return setting == null ? "" : setting.value().replace("|", "\\|");
  }

  /// `@DefaultValue` stands on the constructor's parameter, not on the component.
  private static String preset(RecordComponent component) {
    var parameters = component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
    for (var parameter : parameters) {
      var preset = parameter.getAnnotation(DefaultValue.class);
      if (parameter.getName().equals(component.getName()) && preset != null) {
        var value = String.join(",", preset.value());
        return value.isEmpty() ? "" : "`" + value + "`";
      }
    }
    return "";
  }
}

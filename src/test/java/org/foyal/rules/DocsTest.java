package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every link in the documents leads somewhere.
@Tag("rules")
class DocsTest {
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    assertThat(documents(Path.of("."))).isNotEmpty();
    assertThat(dead(documents(Path.of(".")))).isEmpty();
  }

  @Test
  void plantedDeadLinksAreCaught(@TempDir Path folder) throws IOException {
    var page = folder.resolve("page.md");
    Files.writeString(folder.resolve("other.md"), "# A Title: here\n");
    Files.writeString(
        page,
        "[good](other.md) [good](other.md#a-title-here) [web](https://example.org/x) [gone](gone.md)"
            + " [lost](other.md#nowhere) [self](#nothing)\n```\n[code](not-a-link)\n```\n");
    assertThat(dead(List.of(page))).hasSize(3);
  }

  private static List<Path> documents(Path root) throws IOException {
    try (var top = Files.list(root)) {
      return Stream.of(
              top.filter(Files::isRegularFile),
              Texts.below(root.resolve("docs")).stream(),
              Texts.below(root.resolve("ops")).stream())
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static List<String> dead(List<Path> documents) {
    return documents.stream()
        .flatMap(document ->
            LINK.matcher(prose(Texts.read(document)))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("(https?|mailto|tel):.*"))
                .filter(link -> !leads(document, link))
                .map(link -> document + " → " + link))
        .toList();
  }

  private static String prose(String markdown) {
    return markdown.replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`\n]*`", "");
  }

  private static boolean leads(Path document, String link) {
    var parts = link.split("#", 2);
    var target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || !target.toString().endsWith(".md")
        || Texts.read(target)
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(DocsTest::anchor)
            .anyMatch(parts[1]::equals);
  }

  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
        .replaceAll("\\s", "-");
  }
}

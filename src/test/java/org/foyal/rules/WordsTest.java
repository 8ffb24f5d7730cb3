package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every language says everything, and nothing asks for words that nobody has.
@Tag("rules")
class WordsTest {
  private static final List<String> LANGUAGES = List.of("fr", "en", "gcf");
  private static final String TO_REVIEW =
      "# À relire par une personne dont le créole est la langue : chaque ligne de ce fichier.";

  @Test
  void everyFolderSaysTheSameInEveryLanguage() {
    var wrong = new ArrayList<String>();
    folders().forEach((folder, texts) -> wrong.addAll(uneven(folder, texts)));
    assertThat(folders()).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  @Test
  void plantedGapsAreCaught() {
    assertThat(uneven("a", said("a.x=un", "a.x=one", "a.x=an"))).isEmpty();
    assertThat(uneven("a", Map.of("fr", "a.x=un", "en", "a.x=one"))).hasSize(1);
    assertThat(uneven("a", said("a.x=un\na.y=deux", "a.x=one", "a.x=an\na.y=dé"))).hasSize(1);
    assertThat(uneven("a", said("a.x={0} lampes", "a.x=lamps", "a.x={0} lanp"))).hasSize(1);
    assertThat(uneven("a", said("a.x={0,date}", "a.x={0,number}", "a.x={0}"))).hasSize(1);
    assertThat(uneven("a", said("a.x={0,choice,0#rien|1#une {1}}", "a.x={0} {1}", "a.x={1} {0}")))
        .isEmpty();
    assertThat(uneven("a", said("a.x=l'aire", "a.x=area", "a.x=lè"))).hasSize(1);
    assertThat(uneven("a", said("a.x=un\na.x=deux", "a.x=one", "a.x=an"))).hasSize(1);
    assertThat(uneven("a", said("a.x=", "a.x=one", "a.x=an"))).hasSize(1);
    assertThat(uneven("a", Map.of("fr", "a.x=un", "en", "a.x=one", "gcf", "a.x=an"))).hasSize(1);
    assertThat(uneven("a", said("a.x={0", "a.x={0}", "a.x={0}"))).isNotEmpty();
  }

  private static Map<String, String> said(String fr, String en, String gcf) {
    return Map.of("fr", fr, "en", en, "gcf", TO_REVIEW + "\n" + gcf);
  }

  @Test
  void noKeyStandsInTwoRooms() {
    assertThat(twice(folders())).isEmpty();
    assertThat(twice(Map.of("a", Map.of("fr", "x.y=1"), "b", Map.of("fr", "x.y=2")))).hasSize(1);
  }

  private static List<String> twice(Map<String, Map<String, String>> folders) {
    return folders.values().stream()
        .flatMap(texts -> Messages.read(texts.getOrDefault("fr", "")).keySet().stream())
        .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(key -> key.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void everyKeyThatIsAskedForExists() {
    var keys = new TreeSet<String>();
    folders()
        .values()
        .forEach(texts -> keys.addAll(Messages.read(texts.getOrDefault("fr", "")).keySet()));
    var asked = Source.OF_MAIN.stream().flatMap(WordsTest::asked);
    var drawn =
        Texts.below(Source.MAIN).stream()
            .filter(file -> file.toString().endsWith(".jte"))
            .flatMap(file -> asked(file.toString(), Texts.read(file)));
    assertThat(missing(Stream.concat(asked, drawn), keys)).isEmpty();
  }

  @Test
  void plantedMissingKeysAreCaught() {
    var keys = Set.of("a.x", "a.kind.one", "a.door", "a.door.about");
    var template =
        """
        ${page.say("a.x")} ${page.say("a.kind." + kind)} ${page.say("a.gone", 3)}
        ${page.say("b." + kind)} ${page.say(view.key() + ".title")}
        """;
    assertThat(missing(asked("a.jte", template), keys))
        .containsExactly("a.jte asks for a.gone", "a.jte asks for b.…");
    var java =
        """
        class A {
          Door door = new Door("/a", "a.door", 1, EVERYBODY);
          Door lost = new Door("/b", "a.x", 1, EVERYBODY);
          String a = words.say(language, "a.gone", 1) + page.say("a.x") + page.say("a.kind." + k);
        }
        """;
    assertThat(missing(asked(Source.planted("A.java", java)), keys))
        .containsExactlyInAnyOrder("A.java asks for a.gone", "A.java asks for a.x.about");
  }

  /// A key that is asked for, or with an ellipsis at its end the beginning of some.
  private record Asked(String file, String key) {}

  private static List<String> missing(Stream<Asked> asked, Set<String> keys) {
    return asked
        .filter(a ->
            a.key.endsWith("…")
                ? keys.stream().noneMatch(k -> k.startsWith(a.key.replace("…", "")))
                : !keys.contains(a.key))
        .map(a -> a.file + " asks for " + a.key)
        .distinct()
        .toList();
  }

  private static Stream<Asked> asked(String file, String template) {
    return Pattern.compile("\\.say\\(\\s*\"([^\"]+)\"\\s*([+,)])")
        .matcher(template)
        .results()
        .map(say -> new Asked(file, say.group(1) + (say.group(2).equals("+") ? "…" : "")));
  }

  private static Stream<Asked> asked(Source source) {
    var said =
        source.all(MethodInvocationTree.class).stream()
            .map(path -> (MethodInvocationTree) path.getLeaf())
            .filter(call -> call.getMethodSelect().toString().matches("(.*\\.)?say"))
            .flatMap(
                call -> call.getArguments().stream().limit(2).flatMap(WordsTest::key).limit(1));
    var doors =
        source.all(NewClassTree.class).stream()
            .map(path -> (NewClassTree) path.getLeaf())
            .filter(made -> made.getIdentifier().toString().equals("Door"))
            .flatMap(made -> key(made.getArguments().get(1)))
            .flatMap(key -> Stream.of(key, key + ".about"));
    return Stream.concat(said, doors).map(key -> new Asked(source.file(), key));
  }

  private static Stream<String> key(ExpressionTree argument) {
    if (argument instanceof LiteralTree literal && literal.getValue() instanceof String key) {
      return Stream.of(key);
    }
    if (argument.getKind() == Tree.Kind.PLUS) {
      var start = Literals.text(argument).replaceFirst("\\?.*", "");
      return start.isEmpty() ? Stream.empty() : Stream.of(start + "…");
    }
    return Stream.empty();
  }

  private static Map<String, Map<String, String>> folders() {
    var folders = new TreeMap<String, Map<String, String>>();
    for (var file : Texts.below(Path.of("src/main"))) {
      var name =
          Pattern.compile("messages_(\\w+)\\.properties").matcher(file.getFileName().toString());
      if (name.matches()) {
        folders
            .computeIfAbsent(String.valueOf(file.getParent()), _ -> new HashMap<>())
            .put(name.group(1), Texts.read(file));
      }
    }
    return folders;
  }

  private static List<String> uneven(String folder, Map<String, String> texts) {
    if (!texts.keySet().equals(Set.copyOf(LANGUAGES))) {
      return List.of(folder + " speaks only " + new TreeSet<>(texts.keySet()));
    }
    var wrong = new ArrayList<String>();
    if (!texts.getOrDefault("gcf", "").startsWith(TO_REVIEW)) {
      wrong.add(folder + " does not mark its Creole for review");
    }
    var french = Messages.read(texts.getOrDefault("fr", ""));
    texts.forEach((language, text) -> {
      var at = folder + " in " + language + ": ";
      var words = Messages.read(text);
      Messages.faults(text).forEach(fault -> wrong.add(at + fault));
      if (!words.keySet().equals(french.keySet())) {
        var odd = new TreeSet<>(words.keySet());
        odd.removeAll(french.keySet());
        var lacking = new TreeSet<>(french.keySet());
        lacking.removeAll(words.keySet());
        wrong.add(at + "only here " + odd + ", lacking " + lacking);
      }
      words.forEach((key, pattern) -> {
        if (!Messages.agree(pattern, french.getOrDefault(key, pattern))) {
          wrong.add(at + "other arguments than in French: " + key);
        }
      });
    });
    return wrong;
  }
}

package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every package says what it is; every room says what it owns, its doors and whom it may call;
/// nulls stand only where they are written.
@Tag("rules")
class PackagesTest {
  private static final Pattern DOOR =
      Pattern.compile("(.+)(Page|Api|Subscriber|Import|Nightly|Notices|Listener)");

  @Test
  void everyPackageSaysWhatItIs() {
    var main = Source.OF_MAIN;
    assertThat(untold(main)).isEmpty();
    assertThat(main).anyMatch(source -> source.file().endsWith("package-info.java"));
  }

  @Test
  void plantedSilentPackagesAreCaught() {
    var type = Source.planted("a/A.java", "package a; class A {}");
    assertThat(untold(List.of(type))).containsExactly("a has no package-info");
    assertThat(untold(List.of(info("@NullMarked package a;")))).hasSize(1);
    assertThat(untold(List.of(info("/// What it is.\npackage a;")))).hasSize(1);
    assertThat(untold(List.of(info("/// What it is.\n@NullMarked package a;")))).isEmpty();
  }

  @Test
  void plantedRoomsThatHideSomethingAreCaught() {
    var room = "@ApplicationModule(allowedDependencies = {}) @NullMarked package a;";
    var door = Source.planted("a/LetterPage.java", "package a; class LetterPage {}");
    var told = "/// Letters. Owns the schema `post`. Doors: [LetterPage] (web).\n";
    assertThat(untold(List.of(info(told + room), door))).isEmpty();
    assertThat(untold(List.of(info("/// Letters. Doors: none.\n" + room)))).hasSize(1);
    assertThat(untold(List.of(info("/// Letters. Owns no table.\n" + room)))).hasSize(1);
    assertThat(untold(List.of(info("/// Letters. Owns no table. No door.\n" + room), door)))
        .containsExactly("a does not name its door LetterPage");
    assertThat(untold(List.of(info(told.replace("web", "[OldPage]") + room), door)))
        .containsExactly("a names a door it does not have: OldPage");
    assertThat(untold(List.of(info(told + "@ApplicationModule @NullMarked package a;"), door)))
        .hasSize(1);
  }

  private static Source info(String text) {
    return Source.planted("a/package-info.java", text);
  }

  private static List<String> untold(List<Source> sources) {
    return sources.stream().collect(Collectors.groupingBy(Source::packageName)).entrySet().stream()
        .flatMap(each ->
            each.getValue().stream()
                .filter(source -> source.file().endsWith("package-info.java"))
                .findAny()
                .map(info -> untold(info, each.getValue()))
                .orElse(Stream.of(each.getKey() + " has no package-info")))
        .toList();
  }

  private static Stream<String> untold(Source info, List<Source> all) {
    var comment = comment(info);
    var annotations =
        info.all(AnnotationTree.class).stream()
            .map(TreePath::getLeaf)
            .map(Object::toString)
            .toList();
    var missing = new ArrayList<String>();
    if (comment.isBlank()) {
      missing.add("does not say what it is");
    }
    if (annotations.stream().noneMatch(a -> a.contains("NullMarked"))) {
      missing.add("is not @NullMarked");
    }
    if (annotations.stream().anyMatch(a -> a.contains("ApplicationModule"))) {
      missing.addAll(untoldOfRoom(comment, annotations, names(all)));
    }
    return missing.stream().map(what -> info.packageName() + " " + what);
  }

  private static List<String> untoldOfRoom(
      String comment, List<String> annotations, List<String> names) {
    var missing = new ArrayList<String>();
    if (!comment.matches("(?is).*\\b(owns?|shares the schema)\\b.*")) {
      missing.add("does not say what it owns");
    }
    if (!comment.matches("(?is).*\\bdoors?\\b.*")) {
      missing.add("does not say its doors");
    }
    if (annotations.stream().noneMatch(a -> a.contains("allowedDependencies"))) {
      missing.add("does not say whom it may call");
    }
    Predicate<String> door = name -> DOOR.matcher(name).matches();
    names.stream()
        .filter(door)
        .filter(name -> !comment.matches("(?s).*\\b" + name + "\\b.*"))
        .forEach(name -> missing.add("does not name its door " + name));
    Pattern.compile("\\[(\\w+)]")
        .matcher(comment)
        .results()
        .map(result -> result.group(1))
        .filter(door)
        .filter(name -> !names.contains(name))
        .forEach(name -> missing.add("names a door it does not have: " + name));
    return missing;
  }

  private static String comment(Source info) {
    return info.text()
        .lines()
        .takeWhile(line -> !line.startsWith("package "))
        .map(String::strip)
        .filter(line -> line.startsWith("///"))
        .collect(Collectors.joining("\n"));
  }

  /// Classes only: a record may end like a door and be none.
  private static List<String> names(List<Source> all) {
    return all.stream()
        .flatMap(source -> source.unit().getTypeDecls().stream())
        .filter(type -> type.getKind() == Tree.Kind.CLASS)
        .map(type -> ((ClassTree) type).getSimpleName().toString())
        .toList();
  }

  @Test
  void theCompilerRefusesANullWhereNoneIsWritten(@TempDir Path folder) throws Exception {
    var innocent = compile(folder, "Innocent", "static @Nullable String find() { return null; }");
    assertThat(innocent).as("the flags of pom.xml compile honest code").isEmpty();
    assertThat(compile(folder, "Planted", "static String find() { return null; }"))
        .contains("[NullAway]");
  }

  /// What the compiler says under the very flags of pom.xml; nothing when it is content.
  private static String compile(Path folder, String name, String method) throws Exception {
    var file = folder.resolve(name + ".java");
    Files.writeString(
        file,
        """
        package planted;
        import java.util.List;
        import org.jspecify.annotations.*;
        /// Planted.
        @NullMarked final class %s {
          private %s() {}
          %s
        }
        """
            .formatted(name, name, method));
    var home = Path.of(System.getProperty("java.home"));
    var command = new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
    Pattern.compile("(--add-\\w+) (\\S+)")
        .matcher(Files.readString(Path.of(".mvn/jvm.config")))
        .results()
        .forEach(flag -> command.add("-J" + flag.group(1) + "=" + flag.group(2)));
    var classPath = System.getProperty("java.class.path");
    command.addAll(List.of("-proc:none", "-d", folder.toString()));
    command.addAll(List.of("-cp", jspecify(classPath), "-processorpath", classPath));
    command.addAll(flagsOfThePom());
    command.add(file.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : said;
  }

  private static String jspecify(String classPath) {
    return Stream.of(classPath.split(java.io.File.pathSeparator, -1))
        .filter(jar -> jar.contains("jspecify"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> flagsOfThePom() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var flags =
        Pattern.compile("<arg>(.*?)</arg>")
            .matcher(pom)
            .results()
            .map(result -> result.group(1).replace("${project.basedir}", ""))
            .toList();
    assertThat(flags).contains("-Werror").anyMatch(flag -> flag.contains("NullAway:ERROR"));
    return flags.stream().sorted(Comparator.reverseOrder()).toList();
  }
}

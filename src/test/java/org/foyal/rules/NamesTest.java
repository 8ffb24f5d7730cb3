package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A name says what a class is for; a door's suffix says its role.
@Tag("rules")
class NamesTest {
  private static final Pattern BANNED =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service)");

  /// Terms of a standard keep the standard's name: dcat:DataService.
  private static final Set<String> STANDARD_TERMS = Set.of("DataService");

  private static final Pattern DOOR =
      Pattern.compile(".+(Page|Api|Subscriber|Import|Nightly|Notices|Listener)");

  /// Which suffixes may carry which annotation.
  private static final Map<String, Pattern> ROLES =
      Map.of(
          "Controller", Pattern.compile(".+(Page|Api)"),
          "RestController", Pattern.compile(".+Api"),
          "Scheduled", Pattern.compile(".+Nightly"),
          "EventListener", Pattern.compile(".+(Listener|Notices)"),
          "TransactionalEventListener", Pattern.compile(".+(Listener|Notices)"),
          "ApplicationModuleListener", Pattern.compile(".+(Listener|Notices)"));

  /// The frame's own: the one handler of errors, the bare address before any language.
  private static final Set<String> FRAME =
      Set.of("org.foyal.shell.Errors", "org.foyal.home.FrontDoor");

  @Test
  void noNameHidesWhatAClassIsFor() {
    assertThat(Source.OF_MAIN.stream().flatMap(s -> vague(s).stream())).isEmpty();
    assertThat(Source.OF_TEST.stream().flatMap(s -> vague(s).stream())).isEmpty();
  }

  @Test
  void plantedVagueNamesAreCaughtAndAStandardsTermIsNot() {
    var planted =
        Source.planted(
            "Vague.java",
            """
            class AreaService {}
            record AreaDto() {}
            interface Areas { class AreasImpl implements Areas {} }
            record DataService() {}
            """);
    assertThat(vague(planted)).hasSize(3).noneMatch(name -> name.contains("DataService"));
  }

  private static List<String> vague(Source source) {
    return source.all(ClassTree.class).stream()
        .map(path -> (ClassTree) path.getLeaf())
        .filter(type -> BANNED.matcher(type.getSimpleName()).matches())
        .filter(type -> !STANDARD_TERMS.contains(type.getSimpleName().toString()))
        .map(type -> source.at(type) + " " + type.getSimpleName())
        .toList();
  }

  @Test
  void doorsArePackagePrivateAndTheirSuffixSaysTheirRole() {
    assertThat(Source.OF_MAIN.stream().flatMap(s -> wrongDoors(s).stream())).isEmpty();
  }

  @Test
  void plantedWrongDoorsAreCaught() {
    var planted =
        Source.planted(
            "Doors.java",
            """
            package org.foyal.post;
            import org.foyal.cases.Told;
            import org.springframework.boot.context.event.ApplicationReadyEvent;
            @Controller public class LetterPage {}
            @Controller class Letters {}
            @RestController class OutboxPage {}
            class Outbox { @Scheduled(cron = "0 0 3 * * *") void night() {} }
            class Ears { @ApplicationModuleListener void on(Told told) {} }
            @Controller class FinePage {}
            class FineNightly { @Scheduled(cron = "0 0 3 * * *") void night() {} }
            class FinePost {
              @EventListener void own(LetterSent sent) {}
              @EventListener void ready(ApplicationReadyEvent ready) {}
              @Scheduled(fixedDelay = 2000) void pulse() {}
            }
            public record Page() {}
            public record FineImport() {}
            """);
    assertThat(wrongDoors(planted)).hasSize(5).noneMatch(name -> name.contains("Fine"));
  }

  private static List<String> wrongDoors(Source source) {
    var open =
        source.all(ClassTree.class).stream()
            .map(path -> (ClassTree) path.getLeaf())
            .filter(type -> type.getKind() == Tree.Kind.CLASS)
            .filter(type -> DOOR.matcher(type.getSimpleName()).matches())
            .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
            .map(type -> source.at(type) + " a door is open: " + type.getSimpleName());
    var misnamed =
        source.all(AnnotationTree.class).stream()
            .filter(path -> path.getParentPath().getLeaf() instanceof ModifiersTree)
            .filter(path -> misnamed(source, path))
            .map(path -> source.at(path.getLeaf()) + " " + path.getLeaf() + " in " + holder(path));
    return java.util.stream.Stream.concat(open, misnamed).toList();
  }

  private static boolean misnamed(Source source, TreePath path) {
    var annotation = (AnnotationTree) path.getLeaf();
    var name = annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
    var role = ROLES.get(name);
    if (role == null || role.matcher(holder(path)).matches()) {
      return false;
    }
    return switch (name) {
      // a pulse of the room's own is no door; the calendar is
      case "Scheduled" -> annotation.getArguments().toString().contains("cron");
      case "Controller", "RestController" ->
          !FRAME.contains(source.packageName() + "." + holder(path));
      default -> hearsAnotherRoom(source, path);
    };
  }

  /// What a room tells itself, and what Spring tells of its own life, comes through no door.
  private static boolean hearsAnotherRoom(Source source, TreePath annotation) {
    var method = (MethodTree) annotation.getParentPath().getParentPath().getLeaf();
    return method.getParameters().stream()
        .map(parameter -> parameter.getType().toString().replaceFirst("\\..*", ""))
        .anyMatch(type ->
            source.unit().getImports().stream()
                .map(i -> i.getQualifiedIdentifier().toString())
                .anyMatch(i -> i.startsWith("org.foyal.") && i.endsWith("." + type)));
  }

  private static String holder(TreePath path) {
    var up = path;
    while (!(up.getLeaf() instanceof ClassTree)) {
      up = up.getParentPath();
    }
    return ((ClassTree) up.getLeaf()).getSimpleName().toString();
  }
}

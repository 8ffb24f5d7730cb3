package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.Foyal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/// Rooms call one way, down one list, and only through what a room gives out.
@Tag("rules")
class RoomsTest {
  /// Each room may call only rooms before it; whoever adds a room gives it its place here.
  private static final List<String> ORDER =
      List.of(
          "kernel",
          "shell",
          "territory",
          "post",
          "people",
          "cases",
          "requests",
          "participation",
          "learning",
          "fibre",
          "things",
          "fablab",
          "innovation",
          "equality",
          "agreement",
          "opendata",
          "home",
          "demo");

  private final ApplicationModules rooms = ApplicationModules.of(Foyal.class);
  private final ApplicationModules planted =
      ApplicationModules.of("teeth.rooms", (Location _) -> true);

  @Test
  void callsGoOneWayAndOnlyThroughWhatARoomGivesOut() {
    unnamed(rooms).throwIfPresent();
  }

  private static final Pattern NESTED =
      Pattern.compile("(?s)Invalid sub-module reference from module '(\\S+)' to module '(\\S+)'.*");

  /// Modulith closes nested rooms to all but their outer room; here a room may call one whose name
  /// it gives, as it gives any other.
  private static Violations unnamed(ApplicationModules rooms) {
    return rooms
        .detectViolations()
        .filter(violation -> {
          var nested = NESTED.matcher(violation.getMessage());
          return !nested.matches()
              || rooms
                  .getModuleByName(nested.group(1))
                  .filter(from -> allowed(from).contains(nested.group(2)))
                  .isEmpty();
        });
  }

  private static List<String> allowed(org.springframework.modulith.core.ApplicationModule room) {
    return room.getBasePackage()
        .getAnnotation(ApplicationModule.class)
        .map(annotation -> List.of(annotation.allowedDependencies()))
        .orElse(List.of(ApplicationModule.OPEN_TOKEN));
  }

  @Test
  void aPlantedBurglarOfANestedRoomThatIsNotNamedIsCaught() {
    assertThat(unnamed(planted).getMessages()).anyMatch(m -> m.contains("Burglar"));
  }

  @Test
  void aPlantedPeeperIsCaught() {
    assertThat(unnamed(planted).getMessages())
        .anyMatch(m -> m.contains("teeth.rooms.lower.Peeper") && m.contains("Hidden"));
  }

  @Test
  void aPlantedListenerThatIsNotAllowedToCallIsCaught() {
    assertThat(unnamed(planted).getMessages())
        .anyMatch(m -> m.contains("Eavesdropper") && m.contains("LowerTold"));
  }

  @Test
  void aPlantedLoopIsCaught() {
    assertThat(unnamed(planted).getMessages()).anyMatch(m -> m.contains("Cycle"));
  }

  @Test
  void everyRoomMayCallOnlyRoomsListedBeforeIt() {
    var allowed = new TreeMap<String, List<String>>();
    rooms.forEach(room -> allowed.put(room.getIdentifier().toString(), allowed(room)));
    assertThat(allowed).isNotEmpty();
    assertThat(outOfOrder(allowed)).isEmpty();
  }

  @Test
  void aRoomThatCallsUpwardOrSaysNothingOrHasNoPlaceIsCaught() {
    assertThat(outOfOrder(Map.of("post", List.of("people")))).hasSize(1);
    assertThat(outOfOrder(Map.of("post", List.of(ApplicationModule.OPEN_TOKEN)))).hasSize(1);
    assertThat(outOfOrder(Map.of("weather", List.of("shell")))).hasSize(1);
    assertThat(outOfOrder(Map.of("fibre.premises", List.of("territory", "fibre")))).isEmpty();
    assertThat(outOfOrder(Map.of("people", List.of("territory :: search", "post")))).isEmpty();
  }

  private static List<String> outOfOrder(Map<String, List<String>> allowed) {
    return allowed.entrySet().stream()
        .flatMap(room ->
            room.getValue().stream()
                .filter(called -> !before(called, room.getKey()))
                .map(called -> room.getKey() + " may not call " + called))
        .toList();
  }

  /// A nested room stands where its outer room does.
  private static boolean before(String called, String room) {
    var outer = room.replaceFirst("\\..*", "");
    var outerCalled = called.replaceFirst("(\\.| ?::).*", "");
    return ORDER.contains(outer)
        && ORDER.contains(outerCalled)
        && (outerCalled.equals(outer) || ORDER.indexOf(outerCalled) < ORDER.indexOf(outer));
  }

  @Test
  void templatesMadeIntoClassesStayInTheirRoom() {
    assertThat(borrowedTemplates(house())).isEmpty();
    assertThat(house().stream().anyMatch(RoomsTest::template)).as("templates are seen").isTrue();
  }

  @Test
  void aPlantedBorrowerOfATemplateIsCaught() {
    var teeth = new ClassFileImporter().importPackages("teeth.rooms");
    assertThat(borrowedTemplates(teeth)).anyMatch(m -> m.contains("JteBorrowerGenerated"));
  }

  /// Templates become public classes by necessity; only the frame's are for everybody, and a room's
  /// for the rooms nested in it.
  private static List<String> borrowedTemplates(JavaClasses classes) {
    return classes.stream()
        .flatMap(from ->
            from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(RoomsTest::template)
                .filter(to -> !to.getPackageName().equals(from.getPackageName()))
                .filter(to -> !to.getPackageName().startsWith("org.foyal.shell"))
                .filter(to -> !from.getPackageName().startsWith(to.getPackageName() + "."))
                .map(to -> from.getName() + " draws with " + to.getName()))
        .distinct()
        .toList();
  }

  private static boolean template(JavaClass type) {
    return type.getSimpleName().matches("Jte.*Generated");
  }

  private static JavaClasses house() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests())
        .importPackages("org.foyal");
  }

  @Test
  void noRoomReadsAnotherRoomsTables() {
    assertThat(foreignTables(Source.OF_MAIN)).isEmpty();
    var migrations =
        Texts.below(Source.MAIN).stream().filter(f -> f.toString().endsWith(".sql")).toList();
    assertThat(
            migrations.stream()
                .flatMap(file -> foreignTables(roomOf(file.toString()), Texts.read(file))))
        .isEmpty();
  }

  @Test
  void plantedReadersOfForeignTablesAreCaught() {
    var reader =
        """
        package org.foyal.post;
        class LetterStore {
          String a = "select name from " + "people.account where id = :id";
          String b = \"""
              update post.letter set sent = true
              from cases.thread t where t.id = letter.thread\""";
          String fine = "select count(*) from post.letter";
          String wordsKey = "people.title";
        }
        """;
    var planted = Source.planted("src/main/java/org/foyal/post/LetterStore.java", reader);
    assertThat(foreignTables(List.of(planted))).hasSize(2);
    assertThat(foreignTables("post", "create table post.x (a int references territory.area);"))
        .hasSize(1);
    assertThat(foreignTables("post", "create schema people;")).hasSize(1);
    assertThat(foreignTables("post", "set search_path = people;")).hasSize(1);
    assertThat(foreignTables("post", "create table post.letter (id uuid);")).isEmpty();
  }

  private static List<String> foreignTables(List<Source> sources) {
    return sources.stream()
        .flatMap(source ->
            Literals.in(source)
                .filter(Literals::looksLikeSql)
                .flatMap(sql -> foreignTables(roomOf(source.file()), sql))
                .map(found -> source.file() + ": " + found))
        .toList();
  }

  private static Stream<String> foreignTables(String room, String sql) {
    var text = sql.toLowerCase(java.util.Locale.ROOT).replaceAll("--[^\n]*", " ");
    var foreign =
        ORDER.stream()
            .filter(other -> !other.equals(room))
            .filter(other ->
                text.matches("(?s).*\\b\"?" + other + "\"?\\.\"?[a-z_].*")
                    || text.matches("(?s).*\\bschema (if not exists )?\"?" + other + "\\b.*"))
            .map(other -> room + " speaks SQL to " + other);
    return text.contains("search_path")
        ? Stream.concat(foreign, Stream.of(room + " moves the search path"))
        : foreign;
  }

  private static String roomOf(String file) {
    var below = file.replace('\\', '/').replaceFirst(".*org/foyal/", "");
    return below.contains("/") ? below.substring(0, below.indexOf('/')) : "";
  }

  @Test
  void theOrderNamesEachRoomOnce() {
    assertThat(ORDER.stream().collect(Collectors.toSet())).hasSameSizeAs(ORDER);
  }
}

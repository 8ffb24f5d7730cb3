package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is small can be read at once.
@Tag("rules")
class SizeTest {
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 6;
  private static final int ROOM_FILES = 25;
  private static final int ROOM_PUBLIC_TYPES = 12;

  @Test
  void filesMethodsAndParametersStaySmall() {
    var all = Stream.concat(Source.OF_MAIN.stream(), Source.OF_TEST.stream());
    assertThat(all.flatMap(SizeTest::tooBig)).isEmpty();
  }

  @Test
  void plantedGiantsAreCaught() {
    var method = "class A { void f() {\n" + "int x = 1;\n".repeat(METHOD_LINES - 1) + "} }";
    assertThat(tooBig(Source.planted("A.java", method))).hasSize(1);
    var fits = "class A { void f() {\n" + "int x = 1;\n".repeat(METHOD_LINES - 2) + "} }";
    assertThat(tooBig(Source.planted("A.java", fits))).isEmpty();
    var file = "class A {}\n" + "// line\n".repeat(FILE_LINES);
    assertThat(tooBig(Source.planted("A.java", file))).hasSize(1);
    var wide = "class A { A(int a, int b, int c, int d, int e, int f, int g) {} }";
    assertThat(tooBig(Source.planted("A.java", wide))).hasSize(1);
    var row = "record A(int a, int b, int c, int d, int e, int f, int g) {}";
    assertThat(tooBig(Source.planted("A.java", row))).isEmpty();
  }

  private static Stream<String> tooBig(Source source) {
    var file =
        Stream.of(source)
            .filter(s -> s.text().lines().count() > FILE_LINES)
            .map(s -> s.file() + " has " + s.text().lines().count() + " lines");
    var methods =
        source.all(MethodTree.class).stream()
            .map(path -> (MethodTree) path.getLeaf())
            .filter(m -> m.getBody() != null && source.lines(m.getBody()) > METHOD_LINES)
            .map(m -> source.at(m) + " " + m.getName() + " has too many lines");
    var parameters =
        source.all(MethodTree.class).stream()
            .filter(path -> !constructsRecord(path))
            .map(path -> (MethodTree) path.getLeaf())
            .filter(m -> m.getParameters().size() > PARAMETERS)
            .map(m -> source.at(m) + " " + m.getName() + " has too many parameters");
    return Stream.of(file, methods, parameters).flatMap(found -> found);
  }

  private static boolean constructsRecord(TreePath path) {
    return ((MethodTree) path.getLeaf()).getName().contentEquals("<init>")
        && path.getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
  }

  @Test
  void roomsStaySmall() {
    assertThat(bigRooms(Source.OF_MAIN)).isEmpty();
  }

  @Test
  void plantedBigRoomsAreCaught() {
    var open = Source.planted("A.java", "package org.foyal.x; public record A() {}");
    var closed = Source.planted("A.java", "package org.foyal.x; record A() {}");
    assertThat(bigRooms(Stream.generate(() -> closed).limit(ROOM_FILES).toList())).isEmpty();
    assertThat(bigRooms(Stream.generate(() -> closed).limit(ROOM_FILES + 1).toList())).hasSize(1);
    assertThat(bigRooms(Stream.generate(() -> open).limit(ROOM_PUBLIC_TYPES).toList())).isEmpty();
    assertThat(bigRooms(Stream.generate(() -> open).limit(ROOM_PUBLIC_TYPES + 1).toList()))
        .hasSize(1);
  }

  private static List<String> bigRooms(List<Source> sources) {
    return sources.stream()
        .filter(source -> !source.file().endsWith("package-info.java"))
        .collect(Collectors.groupingBy(Source::packageName))
        .entrySet()
        .stream()
        .filter(room ->
            room.getValue().size() > ROOM_FILES
                || room.getValue().stream().filter(SizeTest::open).count() > ROOM_PUBLIC_TYPES)
        .map(room ->
            "%s has %d files, %d of them public"
                .formatted(
                    room.getKey(),
                    room.getValue().size(),
                    room.getValue().stream().filter(SizeTest::open).count()))
        .toList();
  }

  private static boolean open(Source source) {
    return source.unit().getTypeDecls().stream()
        .map(tree -> tree instanceof ClassTree type ? type.getModifiers().getFlags() : Set.of())
        .anyMatch(flags -> flags.contains(Modifier.PUBLIC));
  }
}

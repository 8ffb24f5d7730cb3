package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How the code is written.
@Tag("rules")
class CodeTest {
  private static List<String> inMain(Function<Source, Stream<String>> rule) {
    return Source.OF_MAIN.stream().flatMap(rule).toList();
  }

  private static List<String> inPlanted(Function<Source, Stream<String>> rule, String text) {
    return rule.apply(Source.planted("src/main/java/org/foyal/post/Planted.java", text)).toList();
  }

  @Test
  void everyPublicTypeSaysFirstWhatItIsFor() {
    assertThat(inMain(CodeTest::wordless)).isEmpty();
    assertThat(inPlanted(CodeTest::wordless, "public class A {}")).hasSize(1);
    assertThat(inPlanted(CodeTest::wordless, "/** Old. */ public class A {}")).hasSize(1);
    assertThat(inPlanted(CodeTest::wordless, "/// no sentence\npublic class A {}")).hasSize(1);
    assertThat(inPlanted(CodeTest::wordless, "/// What it is.\npublic class A {}")).isEmpty();
    assertThat(inPlanted(CodeTest::wordless, "/// A.\nclass A { public enum B {} }")).isEmpty();
    assertThat(inPlanted(CodeTest::wordless, "/// A.\npublic class A { public enum B {} }"))
        .hasSize(1);
  }

  private static Stream<String> wordless(Source source) {
    return source.all(ClassTree.class).stream()
        .filter(CodeTest::seenFromOutside)
        .filter(path -> {
          var comment = source.trees().getDocComment(path);
          return comment == null
              || !Pattern.compile("(?s)^\\s*\\p{Lu}.*?[.:!?](\\s|$)").matcher(comment).find()
              || source.trees().getDocCommentKind(path)
                  != javax.lang.model.util.Elements.DocCommentKind.END_OF_LINE;
        })
        .map(path -> source.at(path.getLeaf()) + " has no first sentence");
  }

  private static boolean seenFromOutside(TreePath path) {
    for (var up = path; up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof ClassTree type
          && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void nothingButTheFrameCatchesWhateverComes() {
    assertThat(inMain(CodeTest::nets)).isEmpty();
    assertThat(inPlanted(CodeTest::nets, tried("Exception"))).hasSize(1);
    assertThat(inPlanted(CodeTest::nets, tried("java.io.IOException | RuntimeException")))
        .hasSize(1);
    assertThat(inPlanted(CodeTest::nets, tried("Throwable"))).hasSize(1);
    assertThat(inPlanted(CodeTest::nets, tried("java.io.IOException"))).isEmpty();
  }

  private static String tried(String caught) {
    return "package org.foyal.post; class A { void f() { try { g(); } catch ("
        + caught
        + " e) {} } }";
  }

  private static final Set<String> ANYTHING =
      Set.of("Exception", "RuntimeException", "Throwable", "Error");

  private static Stream<String> nets(Source source) {
    return source.packageName().equals("org.foyal.shell")
        ? Stream.empty()
        : source.all(CatchTree.class).stream()
            .map(path -> ((CatchTree) path.getLeaf()).getParameter().getType())
            .flatMap(type ->
                type instanceof UnionTypeTree union
                    ? union.getTypeAlternatives().stream()
                    : Stream.of(type))
            .filter(type -> ANYTHING.contains(type.toString().replaceFirst("java\\.lang\\.", "")))
            .map(type -> source.at(type) + " catches " + type);
  }

  @Test
  void timeComesFromTheClock() {
    assertThat(inMain(CodeTest::watches)).isEmpty();
    assertThat(inPlanted(CodeTest::watches, body("java.time.Instant.now()"))).hasSize(1);
    assertThat(inPlanted(CodeTest::watches, body("LocalDate.now(ZONE)"))).hasSize(1);
    assertThat(inPlanted(CodeTest::watches, body("System.currentTimeMillis()"))).hasSize(1);
    assertThat(inPlanted(CodeTest::watches, body("Clock.systemUTC()"))).hasSize(1);
    assertThat(inPlanted(CodeTest::watches, body("new Date()"))).hasSize(1);
    assertThat(inPlanted(CodeTest::watches, body("Year.now(this.clock)"))).isEmpty();
    assertThat(inPlanted(CodeTest::watches, body("clock.instant()"))).isEmpty();
  }

  private static String body(String expression) {
    return "package org.foyal.post; class A { Object f() { return " + expression + "; } }";
  }

  private static Stream<String> watches(Source source) {
    var calls =
        source.all(MethodInvocationTree.class).stream()
            .map(path -> (MethodInvocationTree) path.getLeaf())
            .filter(call -> readsAWatch(source, call));
    var dates =
        source.all(NewClassTree.class).stream()
            .map(path -> (NewClassTree) path.getLeaf())
            .filter(made -> made.getArguments().isEmpty())
            .filter(made -> made.getIdentifier().toString().matches("(java\\.util\\.)?Date"));
    return Stream.<Tree>concat(calls, dates).map(tree -> source.at(tree) + " " + tree);
  }

  private static boolean readsAWatch(Source source, MethodInvocationTree call) {
    var method = call.getMethodSelect().toString().replaceFirst("^java\\.(time|util|lang)\\.", "");
    if (method.matches("[A-Z]\\w*\\.now")) {
      return call.getArguments().stream()
          .noneMatch(argument -> argument.toString().matches("(.*\\.)?clock(\\(\\))?"));
    }
    if (method.matches("Clock\\.(system|tick).*")) {
      return !source.file().endsWith("org/foyal/shell/Frame.java");
    }
    return method.equals("System.currentTimeMillis") || method.equals("Calendar.getInstance");
  }

  @Test
  void nothingThatIsSharedByAllChanges() {
    assertThat(inMain(CodeTest::sharedState)).isEmpty();
    assertThat(inPlanted(CodeTest::sharedState, field("static int count;"))).hasSize(1);
    assertThat(
            inPlanted(CodeTest::sharedState, field("static final Map<A, B> M = new HashMap<>();")))
        .hasSize(1);
    assertThat(inPlanted(CodeTest::sharedState, field("static final AtomicLong N = of();")))
        .hasSize(1);
    assertThat(inPlanted(CodeTest::sharedState, field("static final List<A> L = List.of();")))
        .isEmpty();
    assertThat(inPlanted(CodeTest::sharedState, "enum A { ONE, TWO }")).isEmpty();
  }

  private static String field(String field) {
    return "package org.foyal.post; class A { " + field + " }";
  }

  private static final Pattern CHANGES =
      Pattern.compile(
          "(java\\.util\\.\\S*)?(\\w*(HashMap|TreeMap|EnumMap|SkipListMap|HashSet|TreeSet|SkipListSet)"
              + "|\\w*(ArrayList|LinkedList|Deque|Queue)|Atomic\\w+|\\w+Adder|ThreadLocal|StringBuilder)(<.*)?");

  private static final Pattern CHANGING_TYPES =
      Pattern.compile("(.*\\.)?(Atomic\\w+|LongAdder|ThreadLocal|Cache|StringBuilder)(<.*)?");

  private static Stream<String> sharedState(Source source) {
    return source.all(VariableTree.class).stream()
        .filter(path -> path.getParentPath().getLeaf() instanceof ClassTree)
        .map(path -> (VariableTree) path.getLeaf())
        .filter(field -> field.getModifiers().getFlags().contains(Modifier.STATIC))
        .filter(CodeTest::changes)
        .map(field -> source.at(field) + " is shared and changes: " + field.getName());
  }

  private static boolean changes(VariableTree field) {
    if (!field.getModifiers().getFlags().contains(Modifier.FINAL)) {
      return true;
    }
    if (field.getInitializer() instanceof NewClassTree made) {
      return CHANGES.matcher(made.getIdentifier().toString()).matches();
    }
    return field.getType() != null && CHANGING_TYPES.matcher(field.getType().toString()).matches();
  }

  @Test
  void nothingIsSwitchedOff() {
    var all = Stream.concat(Source.OF_MAIN.stream(), Source.OF_TEST.stream());
    assertThat(all.flatMap(CodeTest::switchedOff)).isEmpty();
    assertThat(inPlanted(CodeTest::switchedOff, "class A { @Disabled void f() {} }")).hasSize(1);
    assertThat(
            inPlanted(
                CodeTest::switchedOff, "@org.junit.jupiter.api.Disabled(\"slow\") class A {}"))
        .hasSize(1);
    assertThat(
            inPlanted(CodeTest::switchedOff, "@EnabledIfSystemProperty(named = \"x\") class A {}"))
        .hasSize(1);
    assertThat(
            inPlanted(CodeTest::switchedOff, "@SuppressWarnings({\"x\", \"NullAway\"}) class A {}"))
        .hasSize(1);
    assertThat(inPlanted(CodeTest::switchedOff, "@SuppressWarnings(\"all\") class A {}"))
        .hasSize(1);
    assertThat(
            inPlanted(CodeTest::switchedOff, "import static org.junit.jupiter.api.Assumptions.*;"))
        .hasSize(1);
    assertThat(inPlanted(CodeTest::switchedOff, "@SuppressWarnings(\"unchecked\") class A {}"))
        .isEmpty();
  }

  private static Stream<String> switchedOff(Source source) {
    var annotations =
        source.all(AnnotationTree.class).stream()
            .map(path -> (AnnotationTree) path.getLeaf())
            .filter(CodeTest::switchesOff);
    var assumptions =
        source.all(ImportTree.class).stream()
            .map(path -> (ImportTree) path.getLeaf())
            .filter(i -> i.getQualifiedIdentifier().toString().matches(".*\\.Assumptions?(\\..*)?"))
            .filter(_ -> !NEEDS_A_RIGHT.contains(source.file()));
    return Stream.<Tree>concat(annotations, assumptions)
        .map(tree -> source.at(tree) + " " + tree.toString().strip());
  }

  /// Whoever is not root may not mount the small disk that these fill; they say so and are left
  /// out.
  private static final Set<String> NEEDS_A_RIGHT =
      Set.of("src/test/java/org/foyal/shell/database/DataFolderIT.java");

  private static boolean switchesOff(AnnotationTree annotation) {
    var name = annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
    return name.equals("SuppressWarnings")
        ? annotation.getArguments().toString().matches(".*\"(NullAway|all)\".*")
        : name.matches("Ignore|Disabled.*|Enabled(If|On|For).*|NullUnmarked");
  }

  @Test
  void noMockingLibraryIsThere() {
    assertThat(
            present(
                "org.mockito.Mockito", "org.easymock.EasyMock", "io.mockk.MockK", "mockit.Mock"))
        .isEmpty();
    assertThat(present("org.junit.jupiter.api.Test")).hasSize(1);
  }

  private static List<String> present(String... types) {
    return Stream.of(types)
        .filter(type ->
            CodeTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null)
        .toList();
  }

  private static final Pattern ONE_CITY =
      Pattern.compile("(?i)fort[- ]de[- ]france|martinique(?!/)|\\b97209");

  private static final Pattern THIS_MACHINE =
      Pattern.compile("\\.\\./shared|/work/(main|shared|\\.library)|/tmp/wt");

  @Test
  void onlyTheDemonstrationNamesACity() {
    assertThat(
            Texts.below(java.nio.file.Path.of("src/main")).stream()
                .filter(file -> !file.toString().contains("org/foyal/demo/"))
                .filter(
                    file -> file.toString().matches(".*\\.(java|jte|properties|sql|css|js|svg|md)"))
                .filter(file -> ONE_CITY.matcher(Texts.read(file)).find()))
        .isEmpty();
    assertThat(ONE_CITY.matcher("The city of Fort de France").find()).isTrue();
    assertThat(ONE_CITY.matcher("America/Martinique").find()).isTrue();
    assertThat(ONE_CITY.matcher("code 972090101").find()).isTrue();
    assertThat(ONE_CITY.matcher("Martinican Creole").find()).isFalse();
  }

  @Test
  void nothingNamesTheMachineItWasWrittenOn() {
    var written =
        Stream.of("src", "bin", "docs", "frontend", ".ci", "ops", "bench")
            .flatMap(folder -> Texts.below(java.nio.file.Path.of(folder)).stream())
            .filter(file -> !file.toString().contains("node_modules"))
            .filter(file -> !file.toString().endsWith("CodeTest.java"))
            .filter(file ->
                file.toString()
                    .matches(".*(\\.(java|jte|properties|sql|md|mjs|sh|xml)|bin/[^/.]*|\\.ci/.*)"));
    assertThat(written.filter(file -> THIS_MACHINE.matcher(Texts.read(file)).find())).isEmpty();
    assertThat(THIS_MACHINE.matcher("see ../shared/x").find()).isTrue();
  }
}

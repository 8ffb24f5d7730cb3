package org.foyal.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java file as the compiler's own parser reads it: of the house, or planted in a test.
record Source(String file, String text, CompilationUnitTree unit, DocTrees trees) {
  static final Path MAIN = Path.of("src/main/java");
  static final Path TEST = Path.of("src/test/java");

  /// The house's own Java, read once; what the build generates lies elsewhere.
  static final List<Source> OF_MAIN = below(MAIN);

  /// The tests', read once.
  static final List<Source> OF_TEST = below(TEST);

  private static List<Source> below(Path folder) {
    var files = Texts.below(folder).stream().filter(f -> f.toString().endsWith(".java"));
    return read(files.map(file -> new Text(file.toString(), Texts.read(file))).toList());
  }

  /// A text as if it stood in that file.
  static Source planted(String file, String text) {
    return read(List.of(new Text(file, text))).getFirst();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String file;
    private final String text;

    private Text(String file, String text) {
      super(URI.create("planted:///" + file), JavaFileObject.Kind.SOURCE);
      this.file = file;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static List<Source> read(List<Text> texts) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, null, null, texts);
    var sources = new ArrayList<Source>();
    try {
      // in the order in which they were given
      for (var unit : task.parse()) {
        var text = texts.get(sources.size());
        sources.add(new Source(text.file, text.text, unit, DocTrees.instance(task)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(sources);
  }

  String packageName() {
    return String.valueOf(unit.getPackageName());
  }

  /// Every tree of a kind, with its way down from the file.
  <T extends Tree> List<TreePath> all(Class<T> kind) {
    var found = new ArrayList<TreePath>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (kind.isInstance(tree)) {
          found.add(
              getCurrentPath() == null ? new TreePath(unit) : new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, null);
      }
    }.scan(new TreePath(unit), null);
    return found;
  }

  /// The line at which a tree starts.
  long line(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  /// How many lines a tree takes.
  long lines(Tree tree) {
    long end = trees.getSourcePositions().getEndPosition(unit, tree);
    return unit.getLineMap().getLineNumber(end) - line(tree) + 1;
  }

  /// The file and line, as an editor can jump to them.
  String at(Tree tree) {
    return file + ":" + line(tree);
  }
}

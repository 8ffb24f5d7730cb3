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

  /// Every Java file below a folder; what the build generates lies elsewhere.
  static List<Source> below(Path folder) {
    return Texts.below(folder).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .map(file -> planted(file.toString(), Texts.read(file)))
        .toList();
  }

  /// A text as if it stood in that file.
  static Source planted(String file, String text) {
    var unit =
        new SimpleJavaFileObject(URI.create("planted:///" + file), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, null, null, List.of(unit));
    try {
      return new Source(file, text, task.parse().iterator().next(), DocTrees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

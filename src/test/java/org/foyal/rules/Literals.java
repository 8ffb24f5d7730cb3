package org.foyal.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts that stand in a Java file; pieces that `+` joins are one text.
final class Literals {
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)(^|[\\s(])(select\\s|insert\\s+into\\s|update\\s+\\S+\\s+set\\b|delete\\s+from\\s|merge\\s+into\\s|copy\\s|truncate\\s|with\\s+\\w+"
              + "\\s+as|(create|alter|drop)\\s+(table|schema|index|view|function|temp)|(from|join)\\s+\\w+\\.\\w+|lock\\s+table|search_path)");

  private Literals() {}

  static Stream<String> in(Source source) {
    return source.all(LiteralTree.class).stream()
        .filter(path -> ((LiteralTree) path.getLeaf()).getValue() instanceof String)
        .map(path -> {
          var whole = path;
          while (joins(whole.getParentPath().getLeaf())) {
            whole = whole.getParentPath();
          }
          return whole.getLeaf();
        })
        .distinct()
        .map(Literals::text);
  }

  private static boolean joins(Tree tree) {
    return tree.getKind() == Tree.Kind.PLUS || tree instanceof ParenthesizedTree;
  }

  /// What is not known at compile time becomes a `?`.
  static String text(Tree tree) {
    return switch (tree) {
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case ParenthesizedTree inner -> text(inner.getExpression());
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          text(sum.getLeftOperand()) + text(sum.getRightOperand());
      case ExpressionTree _ -> "?";
      default -> "";
    };
  }

  static boolean looksLikeSql(String text) {
    return SQL.matcher(text).find();
  }
}

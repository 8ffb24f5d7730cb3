package org.foyal.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.shell.language.Told;

/// Something that a category asks beyond the words; Open311 calls it an attribute.
///
/// @param id the number of the row; 0 for one that is not entered yet
/// @param category the code of the category that asks it
/// @param code its name in forms and in the API
/// @param required whether a report needs an answer, where it is asked at all
/// @param open whether everybody sees the answer once the report was read; else the staff alone
/// @param options what can be chosen, for the two kinds of list
/// @param condition the answer to another question that makes this one be asked
/// @param version of the row, for two people who write at once
public record Attribute(
    long id,
    String category,
    String code,
    Told ask,
    Kind kind,
    boolean required,
    boolean open,
    List<Option> options,
    Optional<Condition> condition,
    int place,
    boolean active,
    int version) {
  /// Most options of a list.
  public static final int MOST_OPTIONS = 40;

  private static final Pattern FIELD =
      Pattern.compile("attribute\\[([a-z][a-z0-9-]{0,39})\\](?:\\[\\])?");

  /// How a question is answered: the data types of Open311 GeoReport v2, and a note, which the
  /// standard knows as an attribute that is not variable.
  public enum Kind {
    /// One line.
    STRING,
    /// Several lines.
    TEXT,
    /// A number.
    NUMBER,
    /// A day.
    DATETIME,
    /// One of some options.
    SINGLEVALUELIST,
    /// Any of some options.
    MULTIVALUELIST,
    /// Nothing is answered: words that help.
    NOTE;

    /// Whether options belong to it.
    public boolean isList() {
      return this == SINGLEVALUELIST || this == MULTIVALUELIST;
    }

    /// The key of its name.
    public String words() {
      return "requests.kind." + name();
    }
  }

  /// One thing to choose.
  ///
  /// @param key its name in forms and in the API
  public record Option(String key, Told said) {}

  /// The question is asked where that option of another question was chosen.
  public record Condition(String code, String option) {}

  /// Keeps the options as they are.
  public Attribute {
    options = List.copyOf(options);
  }

  /// The name of its field, in forms and in the API.
  public String field() {
    return "attribute[" + code + "]";
  }

  /// The option of a key.
  public Optional<Option> option(String key) {
    return options.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /// The answers in the fields of a form, by the code of the question; other fields are passed
  /// over.
  public static Map<String, List<String>> sent(Map<String, String[]> fields) {
    var sent = new LinkedHashMap<String, List<String>>();
    fields.forEach((name, values) -> {
      var named = FIELD.matcher(name);
      if (named.matches()) {
        var said = sent.computeIfAbsent(named.group(1), _ -> new ArrayList<>());
        said.addAll(List.of(values).subList(0, Math.min(values.length, MOST_OPTIONS)));
      }
    });
    return sent;
  }
}

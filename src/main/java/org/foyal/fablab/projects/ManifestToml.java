package org.foyal.fablab.projects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Writes and reads `okh.toml`.
final class ManifestToml {
  private static final TomlMapper TOML = new TomlMapper();
  private static final int LONGEST = 1_000;
  private static final int MOST_LISTED = 100;

  private ManifestToml() {}

  /// What can come of reading one.
  sealed interface Reading {
    /// It is one.
    record Read(Manifest manifest) implements Reading {}

    /// It is not taken.
    ///
    /// @param words the key of the sentence that says why not
    /// @param about what it speaks of, for example the field that is missing
    record Refused(String words, String about) implements Reading {}
  }

  static String write(Manifest manifest) {
    var all = new LinkedHashMap<String, Object>();
    all.put("okhv", Manifest.OKHV);
    all.put("name", manifest.name());
    all.put("repo", manifest.repo());
    all.put("version", manifest.version());
    all.put("license", manifest.licence());
    all.put("licensor", manifest.licensor());
    all.put("function", manifest.function());
    all.put("documentation-language", manifest.language());
    all.put("readme", "README.md");
    all.put("bom", "bom.csv");
    all.put("manufacturing-instructions", "README.md");
    all.put("source", manifest.sources());
    all.put(
        "image",
        manifest.images().stream()
            .map(path -> Map.<String, Object>of("location", path, "depicts", manifest.name()))
            .toList());
    return TOML.writeValueAsString(all);
  }

  static Reading read(String text) {
    JsonNode root;
    try {
      root = TOML.readTree(text);
    } catch (JacksonException noToml) {
      return new Reading.Refused("fablab.projects.okh.not-toml", "");
    }
    var version = root.path("okhv").asString("").strip();
    if (!version.equals(Manifest.OKHV) && !version.equals("OKH-LOSHv1.0")) {
      return new Reading.Refused("fablab.projects.okh.version", cut(version, 20));
    }
    for (var field : List.of("name", "repo", "version", "license", "licensor", "function")) {
      if (text(root, field).isEmpty()) {
        return new Reading.Refused("fablab.projects.okh.missing", field);
      }
    }
    var images =
        items(root.path("image")).map(one -> one.isObject() ? text(one, "location") : plain(one));
    return new Reading.Read(
        new Manifest(
            text(root, "name"),
            text(root, "repo"),
            text(root, "version"),
            text(root, "license"),
            text(root, "licensor"),
            text(root, "function"),
            text(root, "documentation-language"),
            images.filter(one -> !one.isEmpty()).toList(),
            items(root.path("source")).map(ManifestToml::plain).toList()));
  }

  private static Stream<JsonNode> items(JsonNode node) {
    var all = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else if (!node.isMissingNode()) {
      all.add(node);
    }
    return all.stream().limit(MOST_LISTED);
  }

  /// A text, or the first of several: the licensor may be a list or a person with a name.
  private static String text(JsonNode node, String field) {
    var found = node.path(field);
    if (found.isArray() && !found.isEmpty()) {
      found = found.get(0);
    }
    return plain(found.isObject() ? found.path("name") : found);
  }

  private static String plain(JsonNode node) {
    return cut(node.isString() || node.isNumber() ? node.asString() : "", LONGEST);
  }

  private static String cut(String text, int longest) {
    var stripped = text.strip();
    return stripped.length() > longest ? stripped.substring(0, longest) : stripped;
  }
}

package org.foyal.shell;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// Knows every setting of every room, and refuses to start on one that nobody has: a mistyped key
/// would else be silently without effect. Also gives the management port its place, one above the
/// site's.
class KnownSettings implements EnvironmentPostProcessor {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    refuseUnknown(environment);
    int port = environment.getProperty("server.port", Integer.class, 8080);
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "management port", Map.of("management.server.port", port == 0 ? 0 : port + 1)));
  }

  private static void refuseUnknown(ConfigurableEnvironment environment) {
    var known = all().keySet();
    var unknown = new TreeSet<String>();
    for (var source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> enumerable) {
        Arrays.stream(enumerable.getPropertyNames())
            .filter(key -> key.startsWith("foyal.") && !known.contains(key))
            .forEach(unknown::add);
        Arrays.stream(enumerable.getPropertyNames())
            .filter(key -> key.startsWith("FOYAL_") && !knownInEnvironment(known, key))
            .forEach(unknown::add);
      }
    }
    if (!unknown.isEmpty()) {
      var first = unknown.first();
      throw new StartRefused(
          "Nobody knows the setting "
              + String.join(", ", unknown)
              + closest(known, first).map(k -> "; did you mean " + k + "?").orElse("."),
          "docs/settings.md lists every setting; correct or remove it.");
    }
  }

  private static boolean knownInEnvironment(Set<String> known, String variable) {
    return variable.equals("FOYAL_POSTGRES_BINARIES")
        || known.stream()
            .anyMatch(key -> key.replace('.', '_').replace("-", "").equalsIgnoreCase(variable));
  }

  private static java.util.Optional<String> closest(Set<String> known, String key) {
    return known.stream().min(Comparator.comparingInt(k -> distance(k, key)));
  }

  /// Edit distance (Levenshtein, 1965), one row kept.
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /// Every key with the component that declares it, in order of key.
  static Map<String, RecordComponent> all() {
    var keys = new TreeMap<String, RecordComponent>();
    for (var settings : records()) {
      var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
      for (var component : settings.getRecordComponents()) {
        keys.put(prefix + "." + dashed(component.getName()), component);
      }
    }
    return keys;
  }

  private static List<Class<?>> records() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.setResourcePattern(
        "**/*Settings.class"); // reading every class would cost a tenth of a start
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents("org.foyal").stream()
        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
        .filter(Class::isRecord)
        .<Class<?>>map(found -> found)
        .toList();
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}

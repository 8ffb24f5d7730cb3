package org.foyal.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/// The static files of all rooms and their addresses, which change when the file does, so that
/// browsers may keep them for a year.
@Component
public class Assets {
  private static final String MARK = "/static/";

  private final Map<String, String> addresses = new TreeMap<>();
  private final String version;

  Assets() throws IOException {
    var found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:org/foyal/*/static/**/*.*");
    var all = new StringBuilder();
    var names = new TreeMap<String, String>();
    for (var resource : found) {
      var path = resource.getURL().getPath();
      int mark = path.indexOf(MARK);
      var room = path.substring(path.lastIndexOf('/', mark - 1) + 1, mark);
      var name = room + "/" + path.substring(mark + MARK.length());
      try (var in = resource.getInputStream()) {
        names.put(name, DigestUtils.md5DigestAsHex(in));
      }
    }
    names.forEach((name, digest) -> all.append(name).append(digest));
    version =
        DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8))
            .substring(0, 10);
    names.keySet().forEach(name -> addresses.put(name, "/assets/" + version + "/" + name));
  }

  /// The address of a static file named room first, for example `shell/foyal.css`.
  ///
  /// @throws IllegalArgumentException when no room has that file
  public String href(String file) {
    var address = addresses.get(file);
    if (address == null) {
      throw new IllegalArgumentException("no static file " + file);
    }
    return address;
  }

  /// The rooms that have static files.
  Set<String> rooms() {
    return addresses.keySet().stream()
        .map(name -> name.substring(0, name.indexOf('/')))
        .collect(Collectors.toSet());
  }

  /// The part of the addresses that changes with the files.
  String version() {
    return version;
  }
}

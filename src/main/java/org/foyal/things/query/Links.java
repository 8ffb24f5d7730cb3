package org.foyal.things.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Address;

/// The addresses that answers name.
///
/// @param base the root of the service, without a slash at its end
record Links(String base) {
  String of(EntityType type, long id) {
    return base + "/" + type.set() + "(" + id + ")";
  }

  String to(EntityType type, long id, EntityType.Link link) {
    return of(type, id) + "/" + link.label();
  }

  String of(Address address) {
    var path = address.steps().stream().map(Address.Step::written).collect(Collectors.joining("/"));
    return base + "/" + path + (address.form() == Address.Form.REF ? "/$ref" : "");
  }

  /// The address of the page after: the same options, and where it begins.
  static String next(String address, Map<String, String> options, String after) {
    var query = new StringBuilder();
    options.forEach((name, value) -> {
      if (!name.equals("$skip") && !name.equals("$skiptoken")) {
        query.append(name).append('=').append(encoded(value)).append('&');
      }
    });
    return address + "?" + query + "$skiptoken=" + after;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%24", "$")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%2C", ",")
        .replace("%2F", "/")
        .replace("%3A", ":")
        .replace("%3D", "=")
        .replace("%27", "'");
  }
}

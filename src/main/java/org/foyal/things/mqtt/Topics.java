package org.foyal.things.mqtt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Address;
import org.foyal.things.query.asked.Limits;
import org.jspecify.annotations.Nullable;

/// Topics of the standard: the address of the same resource, from the version on (18-088, clause
/// 14.2), for example `v1.1/Datastreams(1)/Observations?$select=result`.
final class Topics {
  static final int LONGEST = 500;

  private static final String ROOT = "v1.1/";
  private static final int MOST = 100;
  private static final Pattern INTO =
      Pattern.compile("v1\\.1/(?:Datastreams\\((\\d{1,18})\\)/)?Observations");

  private Topics() {}

  /// Where something is published to.
  ///
  /// @param datastream none: the payload names it
  record Into(@Nullable Long datastream) {}

  /// What a topic to publish to means (18-088, clause 13).
  static Optional<Into> into(String topic) {
    var matcher = INTO.matcher(topic);
    if (topic.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    var number = matcher.group(1);
    return Optional.of(new Into(number == null ? null : Long.valueOf(number)));
  }

  /// What somebody wants to hear of.
  ///
  /// @param options `$select` alone
  record About(Address address, Map<String, String> options) {
    EntityType type() {
      return address.last().type();
    }
  }

  /// What a topic to subscribe to means.
  static Optional<About> about(String topic) {
    if (topic.length() > LONGEST || !topic.startsWith(ROOT)) {
      return Optional.empty();
    }
    int mark = topic.indexOf('?');
    var path = topic.substring(ROOT.length(), mark < 0 ? topic.length() : mark);
    var options = options(mark < 0 ? "" : topic.substring(mark + 1));
    return options.flatMap(some ->
        Address.read(List.of(path.split("/", -1)), Limits.of(MOST))
                    instanceof Address.Read.Named(var address)
                && address.form() == Address.Form.PLAIN
                && address.inner().isEmpty()
                && (address.property() == null || some.isEmpty())
            ? Optional.of(new About(address, some))
            : Optional.empty());
  }

  private static Optional<Map<String, String>> options(String query) {
    var options = new HashMap<String, String>();
    if (!query.isEmpty()) {
      for (var each : Arrays.asList(query.split("&", -1))) {
        if (!each.startsWith("$select=") || options.containsKey("$select")) {
          return Optional.empty();
        }
        var names =
            new TreeSet<>(Arrays.asList(each.substring("$select=".length()).split(",", -1)));
        options.put("$select", String.join(",", names)); // the same for whoever asks the same
      }
    }
    return Optional.of(Map.copyOf(options));
  }
}

package org.foyal.things.mqtt;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.shell.SiteAddress;
import org.foyal.things.model.EntityType;
import org.foyal.things.mqtt.Interests.Subject;
import org.foyal.things.query.Answer;
import org.foyal.things.query.Content;
import org.foyal.things.query.Reading;
import org.foyal.things.query.Written;
import org.foyal.things.query.asked.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up what subscriptions mean, and composes what subscribers are told: the same JSON as HTTP
/// answers.
@Component
class Composing {
  private final Reading reading;
  private final Written written;
  private final SiteAddress site;

  Composing(Reading reading, Written written, SiteAddress site) {
    this.reading = reading;
    this.written = written;
    this.site = site;
  }

  /// What a topic means.
  ///
  /// @param value of a property: what it holds now
  record Meant(Subject subject, Topics.About about, String value) {}

  /// What a topic is about; none: there is nothing to hear.
  Optional<Meant> meant(String topic) {
    return Topics.about(topic)
        .filter(this::isAnswered)
        .flatMap(about ->
            key(about.address()).map(subject -> new Meant(subject, about, value(subject, about))));
  }

  private String value(Subject subject, Topics.About about) {
    var property = about.address().property();
    if (property == null || subject.id() == null) {
      return "";
    }
    var now = property(subject.type(), subject.id(), property.name());
    return now == null ? "" : now.toString();
  }

  /// Whether the same question by HTTP would be answered; a set is asked for nothing.
  private boolean isAnswered(Topics.About about) {
    if (about.address().property() != null) {
      return true;
    }
    var options = about.options().isEmpty() ? Map.<String, String>of() : about.options();
    var type = about.type();
    return options.isEmpty()
        || !(reading.ask(List.of(type.set() + "(0)"), options) instanceof Answer.Refused);
  }

  private Optional<Subject> key(Address address) {
    var last = address.last();
    var before = address.steps().subList(0, address.steps().size() - 1);
    if (last.one()) {
      return number(path(address.steps())).map(one -> new Subject(last.type(), null, one));
    }
    if (before.isEmpty()) {
      return Optional.of(new Subject(last.type(), null, null));
    }
    var parent = before.getLast();
    return number(path(before))
        .map(one ->
            new Subject(last.type(), new Subject.Within(parent.type(), one, last.written()), null));
  }

  private static List<String> path(List<Address.Step> steps) {
    return steps.stream().map(Address.Step::written).toList();
  }

  private Optional<Long> number(List<String> path) {
    var parts = new ArrayList<>(path);
    parts.add("id");
    return reading.ask(List.copyOf(parts), Map.of())
            instanceof Answer.Part(_, _, Content.Whole(var number))
        ? Optional.of(number)
        : Optional.empty();
  }

  /// Whether an entity is in the set of another.
  boolean isWithin(Subject.Within within, EntityType type, long id) {
    return number(
            List.of(within.type().set() + "(" + within.id() + ")", within.link() + "(" + id + ")"))
        .isPresent();
  }

  /// An entity as HTTP answers it; none: it is gone.
  @Nullable Buffer entity(EntityType type, long id, Map<String, String> options) {
    return told(reading.ask(List.of(type.set() + "(" + id + ")"), options));
  }

  /// A property of an entity as HTTP answers it; none: it holds nothing now.
  @Nullable Buffer property(EntityType type, long id, String name) {
    return told(reading.ask(List.of(type.set() + "(" + id + ")", name), Map.of()));
  }

  private @Nullable Buffer told(Answer answer) {
    var out = new ByteArrayOutputStream();
    switch (answer) {
      case Answer.One one -> written.one(one, site.get() + "/v1.1", out);
      case Answer.Part part -> written.part(part, out);
      case Answer.Several _,
          Answer.Count _,
          Answer.Empty _,
          Answer.Missing _,
          Answer.Refused _,
          Answer.TooLong _ -> {
        return null;
      }
    }
    return Buffer.buffer(out.toByteArray());
  }
}

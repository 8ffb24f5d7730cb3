package org.foyal.things.serving;

import java.io.ByteArrayOutputStream;
import org.foyal.things.query.Answer;
import org.foyal.things.query.Reading;
import org.foyal.things.query.Written;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Reads within a batch, where an answer is a part of another.
@Component
class Looking {
  static final String TOO_LONG =
      "This takes longer than the house allows one question: ask for a shorter time, fewer"
          + " datastreams or a lower $skip, and follow @iot.nextLink.";

  private final Reading reading;
  private final Written written;
  private final Base base;
  private final JsonMapper mapper;

  Looking(Reading reading, Written written, Base base, JsonMapper mapper) {
    this.reading = reading;
    this.written = written;
    this.base = base;
    this.mapper = mapper;
  }

  Reply look(Asked asked) {
    var bytes = new ByteArrayOutputStream();
    switch (reading.ask(asked.parts(), asked.query())) {
      case Answer.Several several -> written.several(several, base.get(), bytes);
      case Answer.One one -> written.one(one, base.get(), bytes);
      case Answer.Part part -> {
        if (!written.has(part)) {
          return Reply.no(404, part.property().name() + " has no such part.");
        }
        written.part(part, bytes);
      }
      case Answer.Count(var count) -> {
        return Reply.ok(200, null).with(StringNode.valueOf(Long.toString(count)));
      }
      case Answer.Empty _ -> {
        return Reply.ok(204, null);
      }
      case Answer.Missing(var reason) -> {
        return Reply.no(404, reason);
      }
      case Answer.Refused(var reason) -> {
        return Reply.no(400, reason);
      }
      case Answer.TooLong _ -> {
        return Reply.later(TOO_LONG, 60);
      }
    }
    return Reply.ok(200, null).with(mapper.readTree(bytes.toByteArray()));
  }
}

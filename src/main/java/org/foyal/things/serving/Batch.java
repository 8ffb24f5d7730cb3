package org.foyal.things.serving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Several requests in one (18-088, clause 11; the JSON form of OData 4.01): each is answered for
/// itself, and those of one `atomicityGroup` are all written or none.
///
/// `$1` at the beginning of an address, and in the place of an `@iot.id`, is what request 1 made.
@Component
class Batch {
  private static final long MOST_chars = 8_000_000;
  private static final Reply AWAY =
      Reply.no(503, "The database can't answer now; nothing of this was done. Send it again.");

  private final Writing writing;
  private final Looking looking;
  private final TransactionTemplate transactions;
  private final JsonMapper mapper;
  private final int most;

  Batch(
      Writing writing,
      Looking looking,
      TransactionTemplate transactions,
      JsonMapper mapper,
      ServingSettings settings) {
    this.writing = writing;
    this.looking = looking;
    this.transactions = transactions;
    this.mapper = mapper;
    this.most = settings.mostInABatch();
  }

  /// One request of it.
  private record Part(String id, String group, String method, String url, JsonNode whole) {}

  Reply answer(@Nullable JsonNode body, @Nullable Writer writer) {
    var requests = body == null ? null : body.get("requests");
    if (requests == null || !requests.isArray() || requests.size() > most) {
      return Reply.no(
          400,
          "Send {\"requests\": [{\"id\": \"1\", \"method\": \"post\", \"url\": \"Things\", \"body\": {…}}]}, at most "
              + most
              + ".");
    }
    var parts = new ArrayList<Part>();
    var ids = new HashSet<String>();
    for (var request : requests) {
      var part = part(request);
      if (part.id.isEmpty() || part.method.isEmpty() || part.url.isEmpty() || !ids.add(part.id)) {
        return Reply.no(
            400, "Request " + (parts.size() + 1) + " needs an id of its own, a method and a url.");
      }
      parts.add(part);
    }
    var run = new Run(writer);
    for (int i = 0; i < parts.size(); ) {
      int end = i + 1;
      while (!parts.get(i).group.isEmpty()
          && end < parts.size()
          && parts.get(end).group.equals(parts.get(i).group)) {
        end++;
      }
      run.take(parts.subList(i, end));
      i = end;
    }
    return Reply.ok(200, null).with(run.responses());
  }

  private static Part part(JsonNode request) {
    return new Part(
        request.path("id").asString(""),
        request.path("atomicityGroup").asString(""),
        request.path("method").asString("").toUpperCase(Locale.ROOT),
        request.path("url").asString(""),
        request);
  }

  /// The requests while they are answered.
  private final class Run {
    private final @Nullable Writer writer;
    private final Map<String, Reply> replies = new HashMap<>();
    private final ArrayNode responses = mapper.createArrayNode();
    private long told_chars;

    Run(@Nullable Writer writer) {
      this.writer = writer;
    }

    ObjectNode responses() {
      var all = mapper.createObjectNode();
      all.set("responses", responses);
      return all;
    }

    void take(List<Part> parts) {
      try {
        if (parts.getFirst().group.isEmpty()) {
          one(parts.getFirst(), false);
        } else {
          together(parts);
        }
      } catch (DataAccessException | TransactionException away) {
        // what stands before is done and must be told: only these come again
        parts.forEach(part -> replies.put(part.id, AWAY));
      }
      parts.forEach(this::respond);
    }

    private void together(List<Part> parts) {
      transactions.executeWithoutResult(status -> {
        for (var part : parts) {
          one(part, true);
          if (!reply(part).isGood()) {
            status.setRollbackOnly();
            undone(parts, part);
            return;
          }
        }
      });
    }

    private Reply reply(Part part) {
      return replies.getOrDefault(part.id, Reply.no(500, ""));
    }

    private void undone(List<Part> parts, Part failed) {
      for (var part : parts) {
        if (!part.id.equals(failed.id)) {
          replies.put(
              part.id,
              Reply.no(424, "Not done, since request " + failed.id + " of the same group failed."));
        }
      }
    }

    private void one(Part part, boolean grouped) {
      var url = address(part.url);
      var path = url.replaceFirst("\\?.*", "");
      var query = url.length() > path.length() ? url.substring(path.length() + 1) : null;
      var asked = Asked.read(path.startsWith("/") ? path : "/" + path, query);
      replies.put(
          part.id,
          asked.isEmpty()
              ? Reply.no(400, "The url can't be decoded.")
              : reply(part, asked.get(), grouped));
    }

    private Reply reply(Part part, Asked asked, boolean grouped) {
      if (part.method.equals("GET")) {
        return looked(asked, grouped);
      }
      if (writer == null) {
        return Reply.no(401, "To write, send the credentials of a device (HTTP Basic).");
      }
      if (asked.parts().equals(List.of("$batch"))) {
        return Reply.no(400, "A batch holds no other batch.");
      }
      var body = part.whole.get("body");
      var type = part.whole.path("headers").path("Content-Type").asString("");
      boolean patch = type.startsWith("application/json-patch+json");
      return writing.write(
          new Order(
              part.method,
              asked.parts(),
              body == null ? null : linked(body.deepCopy()),
              patch,
              false,
              writer,
              grouped));
    }

    /// What somebody asks within a batch stands in memory until all is answered: it has a bound.
    private Reply looked(Asked asked, boolean grouped) {
      if (grouped) {
        return Reply.no(400, "A question stands alone, in no atomicityGroup.");
      }
      if (asked.parts().isEmpty()) {
        return Reply.no(400, "Ask for the root by itself; in a batch name a set.");
      }
      if (told_chars > MOST_chars) {
        return Reply.no(413, "This batch asks for too much at once: send the rest by itself.");
      }
      var reply = looking.look(asked);
      told_chars += reply.body() == null ? 0 : reply.body().toString().length();
      return reply;
    }

    /// What `$1` stands for: the path of what request 1 made.
    private String address(String url) {
      var bare = url.startsWith("/v1.1/") ? url.substring("/v1.1/".length()) : url;
      if (!bare.startsWith("$") || bare.startsWith("$batch")) {
        return bare;
      }
      var name = bare.substring(1).replaceFirst("[/?].*", "");
      var made = made(name);
      return made == null ? bare : made + bare.substring(1 + name.length());
    }

    /// `Things(5)`.
    private @Nullable String made(String id) {
      var reply = replies.get(id);
      var location = reply == null ? null : reply.location();
      return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    private JsonNode linked(JsonNode body) {
      if (body instanceof ObjectNode object) {
        var id = object.path("@iot.id").stringValue("");
        var made = id.startsWith("$") ? made(id.substring(1)) : null;
        if (made != null) {
          object.put("@iot.id", Long.parseLong(made.replaceAll("\\D", "")));
        }
      }
      body.forEach(this::linked);
      return body;
    }

    private void respond(Part part) {
      var reply = reply(part);
      var response = responses.addObject();
      response.put("id", part.id);
      response.put("status", reply.status());
      if (reply.location() != null) {
        response.put("location", reply.location());
      }
      if (reply.message() != null) {
        response.set("body", mapper.valueToTree(Faults.Fault.of(reply.status(), reply.message())));
      } else if (reply.body() != null) {
        response.set("body", reply.body());
      }
    }
  }
}

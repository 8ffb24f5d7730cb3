package org.foyal.things.serving;

import org.foyal.things.intake.Taken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Written;
import org.springframework.stereotype.Component;

/// Turns what became of a write into the codes of HTTP.
@Component
class Outcomes {
  private final Base base;

  Outcomes(Base base) {
    this.base = base;
  }

  String address(EntityType type, long id) {
    return base.get() + "/" + type.set() + "(" + id + ")";
  }

  Reply of(Written written) {
    return switch (written) {
      case Written.Created(var type, var id) -> Reply.ok(201, address(type, id));
      case Written.Changed(var type, var id) -> Reply.ok(200, address(type, id));
      case Written.Deleted _ -> Reply.ok(200, null);
      case Written.Malformed(var where, var reason) ->
          Reply.no(400, where.isEmpty() ? reason : where + ": " + reason);
      case Written.Missing(var type, var id) -> missing(type, id);
      case Written.Forbidden(var reason) -> Reply.no(403, reason);
      case Written.Duplicate(var reason) -> Reply.no(409, reason);
    };
  }

  static Reply missing(EntityType type, long id) {
    return Reply.no(404, "There is no " + type.set() + "(" + id + ") here.");
  }

  Reply of(Taken taken) {
    return switch (taken) {
      case Taken.Recorded(var id) -> Reply.ok(201, address(EntityType.OBSERVATION, id));
      case Taken.UnknownDatastream(var id) -> unknown(EntityType.DATASTREAM, id);
      case Taken.UnknownFeature(var id) when id == 0 ->
          Reply.no(
              400,
              "FeatureOfInterest: the Thing has no Location to observe; link to one by {\"@iot.id\":"
                  + " number}, or give the Thing a Location.");
      case Taken.UnknownFeature(var id) -> unknown(EntityType.FEATURE_OF_INTEREST, id);
      case Taken.Forbidden(var id) ->
          Reply.no(403, "These credentials may not write to Datastreams(" + id + ").");
      case Taken.Duplicate(var id, var at) ->
          Reply.no(
              409,
              "Datastreams("
                  + id
                  + ") takes one observation of a time, and has one of "
                  + at
                  + ".");
      case Taken.Refused(var reason) -> Reply.no(400, reason);
      case Taken.Full _ ->
          Reply.later("More is being sent than can be stored: send it again in a second.", 1);
      case Taken.Unavailable _ ->
          Reply.later("It can't be stored for the moment: send it again a little later.", 5);
    };
  }

  private static Reply unknown(EntityType type, long id) {
    return Reply.no(400, "There is no " + type.set() + "(" + id + ").");
  }
}

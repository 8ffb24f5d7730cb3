package org.foyal.things.mqtt;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.foyal.things.devices.DeviceShut;
import org.foyal.things.ledger.AfterStoring;
import org.foyal.things.ledger.Stored;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.EntityWritten;
import org.foyal.things.mqtt.Interests.Interest;
import org.foyal.things.mqtt.Interests.Subject;
import org.foyal.things.query.asked.Property;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Hears what was stored and who was shut out, and tells subscribers (18-088, clause 14), always
/// after the commit. What it can't keep up with is counted as dropped; nobody who writes waits.
@Component
class MqttListener implements AfterStoring, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MqttListener.class);
  private static final int WAITING = 10_000;

  private final Interests interests;
  private final Composing composing;
  private final ThingsSubscriber door;
  private final MqttCounts counts;
  private final BlockingQueue<EntityWritten> changes = new ArrayBlockingQueue<>(WAITING);
  private volatile @Nullable Thread teller;

  MqttListener(Interests interests, Composing composing, ThingsSubscriber door, MqttCounts counts) {
    this.interests = interests;
    this.composing = composing;
    this.door = door;
    this.counts = counts;
  }

  @EventListener
  void on(DeviceShut event) {
    door.shutOut(event.username());
  }

  @EventListener
  void on(EntityWritten event) {
    if (!interests.isEmpty() && !changes.offer(event)) {
      counts.dropped("behind", 1);
    }
  }

  @Override
  public void stored(List<Stored> those) {
    if (interests.isEmpty()) {
      return;
    }
    try {
      those.forEach(this::tell);
    } catch (DataAccessException away) {
      LOG.warn("Subscribers are not told of {} observations: {}", those.size(), away.getMessage());
      counts.dropped("database", those.size());
    }
  }

  @Override
  public void missed(long observations) {
    counts.dropped("behind", observations);
  }

  private void tell(Stored one) {
    var type = EntityType.OBSERVATION;
    var told = new Told(type, one.id());
    told.tell(interests.of(new Subject(type, null, null)));
    told.tell(interests.of(within(EntityType.DATASTREAM, one.what().datastream())));
    if (one.feature() != 0) {
      told.tell(interests.of(within(EntityType.FEATURE_OF_INTEREST, one.feature())));
    }
  }

  private static Subject within(EntityType type, long id) {
    var within = new Subject.Within(type, id, EntityType.OBSERVATION.set());
    return new Subject(EntityType.OBSERVATION, within, null);
  }

  private void tell(EntityWritten one) {
    var told = new Told(one.type(), one.id());
    told.tell(interests.of(new Subject(one.type(), null, one.id())));
    told.tell(interests.of(new Subject(one.type(), null, null)));
    for (var key : interests.within(one.type())) {
      if (composing.isWithin(Objects.requireNonNull(key.within()), one.type(), one.id())) {
        told.tell(interests.of(key));
      }
    }
  }

  /// One entity, composed once for all who asked the same of it.
  private final class Told {
    private final EntityType type;
    private final long id;
    private final Map<Map<String, String>, @Nullable Buffer> composed = new HashMap<>();

    Told(EntityType type, long id) {
      this.type = type;
      this.id = id;
    }

    void tell(Set<Interest> those) {
      for (var one : those) {
        var property = one.about().address().property();
        var payload =
            property == null
                ? composed.computeIfAbsent(
                    one.about().options(), options -> composing.entity(type, id, options))
                : changed(one, property);
        if (payload != null) {
          one.session().tell(new MqttSession.Message(one.topic(), payload, one.qos()));
        }
      }
    }

    /// A property is told when it has another value than this subscriber knows of.
    private @Nullable Buffer changed(Interest one, Property property) {
      var now = composing.property(type, id, property.name());
      var text = now == null ? "" : now.toString();
      return text.equals(one.known().getAndSet(text)) ? null : now;
    }
  }

  @Override
  public void start() {
    teller = Thread.ofVirtual().name("mqtt-telling").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var next = changes.take();
        try {
          tell(next);
        } catch (DataAccessException away) {
          LOG.warn("Subscribers are not told of a change: {}", away.getMessage());
          counts.dropped("database", 1);
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    var mine = teller;
    teller = null;
    if (mine != null) {
      mine.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return teller != null;
  }
}

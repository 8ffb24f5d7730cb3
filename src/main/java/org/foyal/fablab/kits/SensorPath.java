package org.foyal.fablab.kits;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.kits.Loan.Sensor;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.things.adding.Adding;
import org.foyal.things.adding.Adding.Added;
import org.foyal.things.adding.Code;
import org.foyal.things.adding.CodeToCopy;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Devices;
import org.foyal.things.showing.Showing;
import org.foyal.things.showing.Shown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of the way from a box to the map: it is built, connected, and reports.
@Service
public class SensorPath {
  private final KitStore store;
  private final SensorWatch watch;
  private final Territory territory;
  private final Things things;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /// The entrances of `things`.
  @org.springframework.stereotype.Component("kitThings")
  record Things(Adding adding, Devices devices, Showing showing, CodeToCopy code) {}

  SensorPath(
      KitStore store,
      SensorWatch watch,
      Territory territory,
      Things things,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.watch = watch;
    this.territory = territory;
    this.things = things;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What can come of connecting.
  public sealed interface Connecting {
    /// It is on the map, and waits for its first observation.
    record Connected(Credentials key) implements Connecting {}

    /// It is already.
    record Already() implements Connecting {}

    /// The place is not in the city.
    record Outside() implements Connecting {}

    /// The kit came back, or `things` does not take it.
    record NotNow() implements Connecting {}
  }

  /// Where a sensor stands.
  ///
  /// @param home whether it is at somebody's: then its place is rounded before anything is stored
  public record Standing(Position where, boolean home) {}

  /// Notes that a kit is built.
  @Transactional
  public void built(Loan loan) {
    store.built(loan.id(), clock.instant());
  }

  /// Puts a kit on the map, as a standard object of `things` with a key of its own, watched while
  /// it is lent; all of it or nothing. Nobody types its name: it is made of the kit and the
  /// neighbourhood, so it names nobody.
  public Connecting connect(Actor by, Loan loan, Standing standing) {
    boolean elsewhere =
        territory.city().isPresent()
            && territory.areaAt(standing.where(), Area.Kind.COMMUNE).isEmpty();
    if (elsewhere) {
      return new Connecting.Outside();
    }
    var came =
        transactions.execute(status -> {
          var done = connectNow(by, loan.id(), standing);
          if (!(done instanceof Connecting.Connected)) {
            status.setRollbackOnly();
          }
          return done;
        });
    return came == null ? new Connecting.NotNow() : came;
  }

  private Connecting connectNow(Actor by, UUID id, Standing standing) {
    var loan = store.lock(id).filter(Loan::out);
    var kit = loan.flatMap(one -> store.find(one.kit()));
    if (loan.isEmpty() || kit.isEmpty()) {
      return new Connecting.NotNow();
    }
    if (loan.get().sensor().isPresent()) {
      return new Connecting.Already();
    }
    var order =
        new Adding.NewThing(
            id,
            name(kit.get(), loan.get().box(), standing.where()),
            kit.get().measures(),
            standing.where(),
            standing.home(),
            loan.get().example());
    return switch (things.adding().add(by, order)) {
      case Added.Connected(long thing, var key) -> {
        var sensor = new Sensor(id, thing);
        store.connected(id, sensor, clock.instant());
        watch.begin(by, loan.get(), sensor);
        yield new Connecting.Connected(key);
      }
      case Added.Again() -> new Connecting.Already();
      case Added.Refused _ -> new Connecting.NotNow();
    };
  }

  private String name(Kit kit, int box, Position where) {
    var title = kit.texts().title().in(Language.FR);
    var name = (title.length() > 50 ? title.substring(0, 50) : title) + " " + box;
    return territory
        .areaAt(where, Area.Kind.IRIS)
        .map(area -> name + " – " + area.name())
        .orElse(name);
  }

  /// Draws a new key where the first one was lost; the one before opens nothing any more.
  public Optional<Credentials> newKey(Actor by, Loan loan) {
    return loan.sensor()
        .filter(_ -> loan.out())
        .flatMap(sensor -> things.devices().rotate(by, sensor.device(), Duration.ZERO));
  }

  /// The sensor as everybody sees it.
  @Transactional(readOnly = true)
  public Optional<Shown> shown(Loan loan) {
    return loan.sensor().flatMap(sensor -> things.showing().find(sensor.thing()));
  }

  /// Code to copy, with a key.
  public List<Code> codes(Shown shown, Credentials key) {
    return shown.lines().stream()
        .limit(1)
        .flatMap(line -> things.code().of(line, key).stream())
        .toList();
  }
}

package org.foyal.things.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.things.editing.Entities;
import org.foyal.things.editing.Made;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is acknowledged is stored; what is not is told.
@HouseTest
class TakingObservationsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @Autowired Intake intake;
  @Autowired Entities entities;
  @Autowired JdbcClient sql;

  private long thing;
  private long datastream;

  @BeforeEach
  void aStation() {
    thing = new Made(entities).station("{}");
    datastream = streamOf(thing);
  }

  private long streamOf(long of) {
    return sql.sql("select id from things.datastream where thing = :thing")
        .param("thing", of)
        .query(Long.class)
        .single();
  }

  private static Incoming reading(long datastream, String written) {
    try {
      return IncomingJson.read(Made.json(written), datastream, MARCH);
    } catch (NotTaken no) {
      throw new AssertionError(no);
    }
  }

  private static Incoming reading(long datastream, int nth) {
    return reading(
        datastream,
        "{'result': %d, 'phenomenonTime': '%s'}".formatted(nth, MARCH.plusSeconds(60L * nth)));
  }

  private long count(long of) {
    return sql.sql("select count(*) from things.observation where datastream = :id")
        .param("id", of)
        .query(Long.class)
        .single();
  }

  private long kept(long of) {
    return sql.sql("select observations from things.datastream where id = :id")
        .param("id", of)
        .query(Long.class)
        .single();
  }

  @Test
  void whatIsAnsweredIsStoredAndCounted() {
    var taken = intake.take(reading(datastream, 1), Made.CITY).join();
    assertThat(taken).isInstanceOf(Taken.Recorded.class);
    assertThat(count(datastream)).isEqualTo(1);
    assertThat(kept(datastream)).isEqualTo(1);
  }

  @Test
  void allWhoWriteAtOnceAreStoredAndEachHasItsOwnNumber() {
    var answers = new ArrayList<CompletableFuture<Taken>>();
    for (int i = 0; i < 2_000; i++) {
      answers.add(intake.take(reading(datastream, i), Made.CITY));
    }
    var numbers = answers.stream().map(one -> ((Taken.Recorded) one.join()).id()).distinct();
    assertThat(numbers).hasSize(2_000);
    assertThat(count(datastream)).isEqualTo(2_000);
    assertThat(kept(datastream)).isEqualTo(2_000);
  }

  @Test
  void theSpanOfADatastreamIsTheOneOfItsObservations() {
    intake
        .take(
            List.of(
                reading(datastream, "{'result': 1, 'phenomenonTime': '2026-01-05T00:00:00Z/2026-01-07T00:00:00Z'}"),
                reading(datastream, "{'result': 1, 'phenomenonTime': '2026-01-06T00:00:00-04:00', 'resultTime': '2026-02-01T00:00:00Z'}")),
            Made.CITY)
        .join();
    assertThat(
            sql.sql(
                    """
                    select phenomenon_from = '2026-01-05Z' and phenomenon_until = '2026-01-07Z'
                      and result_from = '2026-02-01Z' and result_until = '2026-02-01Z'
                    from things.datastream where id = :id
                    """)
                .param("id", datastream)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aDatastreamThatIsNotThereKeepsNoOtherOut() {
    var answers =
        intake
            .take(List.of(reading(datastream, 1), reading(987_654_321, 1)), Made.CITY)
            .join();
    assertThat(answers.get(0)).isInstanceOf(Taken.Recorded.class);
    assertThat(answers.get(1)).isEqualTo(new Taken.UnknownDatastream(987_654_321));
    assertThat(kept(datastream)).isEqualTo(1);
  }

  @Test
  void aFeatureThatIsNotThereIsTold() {
    var what = reading(datastream, "{'result': 1, 'FeatureOfInterest': {'@iot.id': 987654321}}");
    assertThat(intake.take(what, Made.CITY).join()).isEqualTo(new Taken.UnknownFeature(987_654_321));
    assertThat(count(datastream)).isZero();
  }

  @Test
  void aSecondObservationOfOneTimeIsToldWhereTheDatastreamAsks() {
    long once = streamOf(new Made(entities).station("{'foyal.onePerTime': true}"));
    var answers = intake.take(List.of(reading(once, 1), reading(once, 1)), Made.CITY).join();
    assertThat(answers.get(1)).isEqualTo(new Taken.Duplicate(once, MARCH.plusSeconds(60)));
    assertThat(intake.take(reading(once, 1), Made.CITY).join()).isInstanceOf(Taken.Duplicate.class);
    assertThat(count(once)).isEqualTo(1);
    assertThat(kept(once)).isEqualTo(1);
  }

  @Test
  void aSecondObservationOfOneTimeIsTakenWhereNobodyAsks() {
    intake.take(List.of(reading(datastream, 1), reading(datastream, 1)), Made.CITY).join();
    assertThat(count(datastream)).isEqualTo(2);
  }

  @Test
  void whoMayWriteAtOneThingWritesAtNoOther() {
    long other = streamOf(new Made(entities).station("{}"));
    var maker = new Writer("maker", false, new Rights.Some(Set.of(thing)));
    var answers =
        intake.take(List.of(reading(datastream, 1), reading(other, 1)), maker).join();
    assertThat(answers.get(0)).isInstanceOf(Taken.Recorded.class);
    assertThat(answers.get(1)).isEqualTo(new Taken.Forbidden(other));
    assertThat(count(other)).isZero();
  }

  @Test
  void whatIsObservedIsWhereTheThingIsAndMadeOnce() {
    intake.take(IntStream.range(0, 5).mapToObj(i -> reading(datastream, i)).toList(), Made.CITY).join();
    assertThat(
            sql.sql(
                    """
                    select count(distinct o.feature) from things.observation o
                    join things.feature_of_interest f on f.id = o.feature
                    join things.thing_location l on l.location = f.of_location and l.thing = :thing
                    where o.datastream = :id
                    """)
                .param("thing", thing)
                .param("id", datastream)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void everyKindOfResultComesBackAsItWas() {
    for (var result : List.of("'text'", "true", "null", "[1,2]", "{'a':1}", "9007199254740993")) {
      var what = reading(datastream, "{'result': %s}".formatted(result));
      assertThat(intake.take(what, Made.CITY).join()).isInstanceOf(Taken.Recorded.class);
    }
    assertThat(
            sql.sql("select other::text from things.observation where datastream = :id order by id")
                .param("id", datastream)
                .query(String.class)
                .list())
        .containsExactly("\"text\"", "true", "null", "[1, 2]", "{\"a\": 1}", "9007199254740993");
  }

  /// What is read is sound; this stands for whatever only the database finds odd.
  private Incoming odd() {
    var sound = reading(datastream, 7);
    return new Incoming(
        datastream,
        sound.phenomenon(),
        new Incoming.Result.Other(Made.json("{'a': 'b\\u0000'}")),
        null,
        null,
        sound.extras());
  }

  @Test
  void whatTheDatabaseCantStoreKeepsNoOtherSenderOut() {
    var answers = new ArrayList<CompletableFuture<Taken>>();
    for (int i = 0; i < 20; i++) {
      answers.add(intake.take(i == 7 ? odd() : reading(datastream, i), Made.CITY));
    }
    answers.forEach(CompletableFuture::join);
    assertThat(answers.get(7).join()).isInstanceOf(Taken.Refused.class);
    assertThat(count(datastream)).isEqualTo(19);
    assertThat(kept(datastream)).isEqualTo(19);
  }

  @Test
  void whatTheDatabaseCantStoreKeepsNoNeighbourOfItsListOut() {
    for (int size : new int[] {5, 1_000}) { // in one statement, and by COPY
      var list = new ArrayList<Incoming>();
      for (int i = 0; i < size; i++) {
        list.add(i == size / 2 ? odd() : reading(datastream, i));
      }
      var answers = intake.take(list, Made.CITY).join();
      assertThat(answers.get(size / 2)).isInstanceOf(Taken.Refused.class);
      assertThat(answers).filteredOn(Taken.Recorded.class::isInstance).hasSize(size - 1);
    }
    assertThat(count(datastream)).isEqualTo(4 + 999);
    assertThat(kept(datastream)).isEqualTo(4 + 999);
  }
}

package org.foyal.things.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.foyal.things.ledger.Asked;

/// Observations that one sender brought, all of them or some, on their way into a commit.
///
/// @param places where each stands in what the sender brought
/// @param scout whether it tries for all who stand behind it in the line of its datastream
record Part(Waiting whole, List<Asked> asked, List<Integer> places, boolean scout) {
  /// All that a sender brought.
  static Part of(Waiting whole) {
    int size = whole.asked().size();
    var places = size == 1 ? List.of(0) : IntStream.range(0, size).boxed().toList();
    return new Part(whole, whole.asked(), places, false);
  }

  /// The word to look up, of no sender.
  static Part nothing() {
    return of(new Waiting(List.of()));
  }

  int size() {
    return asked.size();
  }

  long datastream(int nth) {
    return asked.get(nth).what().datastream();
  }

  /// Those at some places of this part.
  Part of(List<Integer> those) {
    return new Part(
        whole,
        those.stream().map(asked::get).toList(),
        those.stream().map(places::get).toList(),
        false);
  }

  Part asScout() {
    return new Part(whole, asked, places, true);
  }

  /// Some of them, each datastream's for itself, in their order.
  ///
  /// @param which places of this part
  Map<Long, Part> byDatastream(List<Integer> which) {
    var by = new LinkedHashMap<Long, List<Integer>>();
    which.forEach(nth -> by.computeIfAbsent(datastream(nth), _ -> new ArrayList<>()).add(nth));
    var parts = new LinkedHashMap<Long, Part>();
    by.forEach((datastream, those) -> parts.put(datastream, of(those)));
    return parts;
  }

  /// The places of this part whose datastream is such.
  List<Integer> where(LongPredicate such) {
    return IntStream.range(0, size()).filter(nth -> such.test(datastream(nth))).boxed().toList();
  }

  void tell(int nth, Taken taken) {
    whole.tell(places.get(nth), taken);
  }
}

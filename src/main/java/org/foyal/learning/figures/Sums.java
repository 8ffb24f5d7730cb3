package org.foyal.learning.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.learning.figures.PeopleCounts.Left;
import org.foyal.learning.figures.Tab.Cell;

/// Draws up the numbers of people that are made of the same ones.
final class Sums {
  private final List<Long> counts = new ArrayList<>();
  private final Map<Set<Cell>, Integer> alike = new HashMap<>();
  private final Map<Cell, Set<Integer>> made = new LinkedHashMap<>();

  private Sums() {}

  /// A number of people that is made of smaller ones, which other numbers are made of too: whoever
  /// knows some of the sums can work out others.
  ///
  /// @param of which of the smallest numbers it is made of
  /// @param people how many they are
  /// @param some those of them that are no nought, so that it is as much as they are at least
  record Sum(Cell cell, Set<Integer> of, long people, Set<Integer> some) {
    /// Keeps the sets as they are.
    Sum {
      of = Set.copyOf(of);
      some = Set.copyOf(some);
    }

    /// The same sum of other numbers, of which none is known to be more than nought.
    Sum with(long others) {
      return new Sum(cell, of, others, Set.of());
    }

    /// What is left of it once each of its numbers that is no nought gave one away.
    Sum beyond() {
      return with(people - some.size());
    }
  }

  /// The tables of each list that [#of] draws up, in its order; how long people waited goes with
  /// who asked.
  static final List<Set<Tab>> TABLES =
      List.of(
          Set.of(
              Tab.CAME_IN,
              Tab.CAME_AT,
              Tab.CAME_FOR,
              Tab.ABSENT_IN,
              Tab.ABSENT_AT,
              Tab.ASKED,
              Tab.ASKED_AT,
              Tab.ASKED_FOR,
              Tab.UNMET_AT,
              Tab.UNMET_FOR,
              Tab.LEFT,
              Tab.LEFT_AT,
              Tab.MISSED_FOR,
              Tab.WAIT,
              Tab.WAIT_AT,
              Tab.WAIT_FOR),
          Set.of(Tab.AWAY),
          Set.of(Tab.FROM),
          Set.of(Tab.GENDER),
          Set.of(Tab.AGE),
          Set.of(Tab.STATUS));

  /// All numbers of a quarter, those together that are made of the same people.
  static List<List<Sum>> of(PeopleCounts people) {
    var helped = people.helped();
    return List.of(
        asked(people),
        parts(Tab.AWAY, people.reasons(), 0),
        parts(Tab.FROM, people.origins(), 0),
        parts(Tab.GENDER, helped.genders(), rest(helped.all(), helped.genders())),
        parts(Tab.AGE, helped.ages(), rest(helped.all(), helped.ages())),
        parts(Tab.STATUS, helped.statuses(), rest(helped.all(), helped.statuses())));
  }

  private static long rest(long all, Map<String, Long> told) {
    return all - told.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Everybody who asked for a seat, by what came of it.
  private static List<Sum> asked(PeopleCounts people) {
    if (people.seats().isEmpty()) {
      return List.of();
    }
    var sums = new Sums();
    for (var seats : people.seats()) {
      var place = seats.place().toString();
      sums.met(
          seats.area(),
          seats.audience(),
          seats.came(),
          Tab.CAME_IN.all(),
          Tab.CAME_IN.part(place),
          Tab.CAME_AT.part(seats.area()),
          Tab.CAME_FOR.part(seats.audience()));
      sums.met(
          seats.area(),
          seats.audience(),
          seats.absent(),
          Tab.ABSENT_IN.all(),
          Tab.ABSENT_IN.part(place),
          Tab.ABSENT_AT.part(seats.area()),
          Tab.MISSED_FOR.part(seats.audience()));
    }
    people.seats().forEach(seats -> sums.left(Left.nobody(seats.area(), seats.audience())));
    people.left().forEach(sums::left);
    return sums.list();
  }

  private void left(Left left) {
    var area = left.area();
    var audience = left.audience();
    var gone = List.of(Tab.LEFT.all(), Tab.LEFT_AT.part(area), Tab.MISSED_FOR.part(audience));
    for (var one : List.of(Tab.TOLD, Tab.STILL)) {
      var people = one.equals(Tab.TOLD) ? left.told() : left.still();
      var met = new ArrayList<>(gone);
      met.add(Tab.LEFT.part(one));
      met(area, audience, people.met(), met.toArray(new Cell[0]));
      add(
          people.unmet(),
          Tab.ASKED.all(),
          Tab.ASKED.part(Tab.UNMET),
          Tab.ASKED_AT.part(area),
          Tab.ASKED_FOR.part(audience),
          Tab.UNMET_AT.part(area),
          Tab.UNMET_FOR.part(audience),
          Tab.LEFT.part(one));
    }
  }

  /// People to whom a seat was given or offered.
  private void met(String area, String audience, long people, Cell... cells) {
    var all = new ArrayList<>(List.of(cells));
    all.add(Tab.ASKED.all());
    all.add(Tab.ASKED.part(Tab.MET));
    all.add(Tab.ASKED_AT.part(area));
    all.add(Tab.ASKED_FOR.part(audience));
    add(people, all.toArray(new Cell[0]));
  }

  /// The parts of one whole, of which some are not told.
  private static List<Sum> parts(Tab tab, Map<String, Long> parts, long untold) {
    var sums = new Sums();
    parts.forEach((part, people) -> sums.add(people, tab.all(), tab.part(part)));
    if (untold > 0) {
      sums.add(untold, tab.all(), tab.part(Tab.UNKNOWN));
    }
    return sums.list();
  }

  /// Adds people to some numbers; those of whom the same numbers are made are one count.
  private void add(long people, Cell... cells) {
    var of = Set.of(cells);
    int count = alike.computeIfAbsent(of, _ -> counts.size());
    if (count == counts.size()) {
      counts.add(people);
      for (var cell : cells) {
        made.computeIfAbsent(cell, _ -> new HashSet<>()).add(count);
      }
    } else {
      counts.set(count, counts.get(count) + people);
    }
  }

  private List<Sum> list() {
    return made.entrySet().stream().map(one -> sum(one.getKey(), one.getValue())).toList();
  }

  private Sum sum(Cell cell, Set<Integer> of) {
    return new Sum(
        cell,
        of,
        of.stream().mapToLong(counts::get).sum(),
        of.stream().filter(one -> counts.get(one) > 0).collect(Collectors.toSet()));
  }
}

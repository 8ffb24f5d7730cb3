package org.foyal.innovation.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.innovation.Call;
import org.foyal.innovation.CallDraft;
import org.foyal.innovation.Criterion;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Terms;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// A call as the staff types it, by the names of the fields.
///
/// @param typed what stands in each field
record CallForm(Map<String, List<String>> typed) {
  /// How many criteria the form has room for.
  static final int MOST_criteria = 6;

  private static final int HEAVIEST = 100;

  static CallForm of(Map<String, String[]> parameters) {
    return new CallForm(
        parameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))));
  }

  static CallForm empty() {
    return new CallForm(
        Map.of(
            "holder", Stream.of(Holder.values()).map(Enum::name).toList(),
            "origin", List.of(Origin.CITY.name(), Origin.ISLAND.name())));
  }

  static CallForm of(Call call, ZoneId zone) {
    var typed = new java.util.HashMap<String, List<String>>();
    put(typed, "title", call.title());
    put(typed, "about", call.about());
    typed.put("contact", List.of(call.contact()));
    var terms = call.terms();
    typed.put("holder", terms.holders().stream().map(Enum::name).toList());
    typed.put("origin", terms.origins().stream().map(Enum::name).toList());
    typed.put("youngest", List.of(text(terms.youngest_years())));
    typed.put("oldest", List.of(text(terms.oldest_years())));
    typed.put("most", List.of(text(terms.most_euros())));
    typed.put("opens", List.of(local(call.span().opensAt(), zone)));
    typed.put("closes", List.of(local(call.span().closesAt(), zone)));
    call.criteria()
        .forEach(one -> {
          put(typed, "criterion" + one.number(), one.title());
          put(typed, "look" + one.number(), one.about());
          typed.put("weight" + one.number(), List.of(Integer.toString(one.weight())));
        });
    typed.put("version", List.of(Integer.toString(call.version())));
    return new CallForm(typed);
  }

  private static void put(Map<String, List<String>> typed, String field, Said said) {
    for (var tongue : Tongue.values()) {
      typed.put(field + ending(tongue), List.of(said.only(tongue)));
    }
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private static String local(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0).toString();
  }

  private static String ending(Tongue tongue) {
    return tongue.code().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + tongue.code().substring(1);
  }

  /// What stands in a field.
  String at(String field) {
    return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }

  /// What stands in the fields of a text, French first.
  List<String> texts(String field) {
    return Stream.of(Tongue.values()).map(tongue -> at(field + ending(tongue))).toList();
  }

  /// Whether a box is ticked.
  boolean has(String field, String value) {
    return typed.getOrDefault(field, List.of()).contains(value);
  }

  /// The call that is meant; empty where something can't stand, which is told by field.
  Optional<CallDraft> draft(String code, ZoneId zone, Map<String, String> problems) {
    var title = said("title", 150, problems);
    var about = said("about", 4000, problems);
    var contact = Plain.line(at("contact"));
    if (contact.isEmpty() || contact.length() > 200) {
      problems.put("contact", "innovation.problem.contact");
    }
    var terms = terms(problems);
    var criteria = criteria(problems);
    var span = span(zone, problems);
    var version = Plain.line(at("version"));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CallDraft(
            code,
            title.orElseThrow(),
            about.orElseThrow(),
            contact,
            terms.orElseThrow(),
            new CallDraft.Plan(criteria, span.orElseThrow(), false),
            version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0));
  }

  private Optional<Said> said(String field, int longest, Map<String, String> problems) {
    var texts = new EnumMap<Tongue, String>(Tongue.class);
    for (var tongue : Tongue.values()) {
      var text = Plain.text(at(field + ending(tongue)));
      texts.put(tongue, text);
      if (text.length() > longest) {
        problems.put(field, "innovation.problem.long");
      }
    }
    if (texts.getOrDefault(Tongue.FR, "").isEmpty()) {
      problems.putIfAbsent(field, "shell.problem.french");
      return Optional.empty();
    }
    return Optional.of(new Said(texts));
  }

  private Optional<Terms> terms(Map<String, String> problems) {
    var holders = chosen("holder", Holder::valueOf, List.of(Holder.values()));
    var origins = chosen("origin", Origin::valueOf, List.of(Origin.values()));
    if (holders.isEmpty()) {
      problems.put("holder", "innovation.problem.holders");
    }
    if (origins.isEmpty()) {
      problems.put("origin", "innovation.problem.origins");
    }
    var youngest = number("youngest", 120, problems);
    var oldest = number("oldest", 120, problems);
    var most = number("most", 100_000_000, problems);
    if (youngest.isPresent() && oldest.isPresent() && oldest.get() < youngest.get()) {
      problems.put("oldest", "innovation.problem.ages");
    }
    return problems.isEmpty()
        ? Optional.of(
            new Terms(
                java.util.Set.copyOf(holders),
                java.util.Set.copyOf(origins),
                youngest.orElse(null),
                oldest.orElse(null),
                most.orElse(null)))
        : Optional.empty();
  }

  private <T extends Enum<T>> List<T> chosen(
      String field, Function<String, T> named, List<T> known) {
    return typed.getOrDefault(field, List.of()).stream()
        .filter(one -> known.stream().anyMatch(each -> each.name().equals(one)))
        .distinct()
        .map(named)
        .toList();
  }

  private Optional<Integer> number(String field, int most, Map<String, String> problems) {
    var text = Plain.line(at(field)).replaceAll("[\\s\u00a0\u202f€]", "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      problems.put(field, "innovation.problem.number");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /// Those lines that have a title; numbered anew.
  private List<Criterion> criteria(Map<String, String> problems) {
    var criteria = new ArrayList<Criterion>();
    for (int i = 1; i <= MOST_criteria; i++) {
      boolean written =
          Stream.concat(texts("criterion" + i).stream(), texts("look" + i).stream())
              .anyMatch(text -> !text.isBlank());
      if (written) {
        var title = said("criterion" + i, 150, problems);
        var about = said("look" + i, 1000, problems);
        var weight = number("weight" + i, HEAVIEST, problems);
        if (weight.isEmpty()) {
          problems.putIfAbsent("weight" + i, "innovation.problem.number");
        }
        if (title.isPresent() && about.isPresent() && weight.isPresent()) {
          criteria.add(new Criterion(criteria.size() + 1, title.get(), about.get(), weight.get()));
        }
      }
    }
    if (criteria.isEmpty()) {
      problems.putIfAbsent("criteria", "innovation.problem.criteria");
    }
    return criteria;
  }

  private Optional<Call.Span> span(ZoneId zone, Map<String, String> problems) {
    var opens = moment("opens", zone, problems);
    var closes = moment("closes", zone, problems);
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    if (!closes.get().isAfter(opens.get())) {
      problems.put("closes", "innovation.problem.order");
      return Optional.empty();
    }
    return Optional.of(new Call.Span(opens.get(), closes.get()));
  }

  private Optional<Instant> moment(String field, ZoneId zone, Map<String, String> problems) {
    var text = Plain.line(at(field)).replace(' ', 'T');
    if (text.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")) {
      try {
        return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
      } catch (DateTimeParseException noSuchDay) {
        problems.put(field, "innovation.problem.moment");
        return Optional.empty();
      }
    }
    problems.put(field, "innovation.problem.moment");
    return Optional.empty();
  }
}

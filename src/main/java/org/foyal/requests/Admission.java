package org.foyal.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Position;
import org.foyal.post.Post;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Filing.NoCategory;
import org.foyal.requests.Filing.Outside;
import org.foyal.requests.Filing.Refused;
import org.foyal.requests.routing.Routing;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.search.Search;
import org.springframework.stereotype.Component;

/// What a report may hold, by whichever door it comes.
@Component
class Admission {
  private static final int LONGEST_PLACE = 300;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LINE = 300;

  private final Categories categories;
  private final AttributeStore attributes;
  private final Post post;
  private final Territory territory;
  private final Search search;
  private final Routing routing;

  Admission(
      Categories categories,
      AttributeStore attributes,
      Post post,
      Territory territory,
      Search search,
      Routing routing) {
    this.categories = categories;
    this.attributes = attributes;
    this.post = post;
    this.territory = territory;
    this.search = search;
    this.routing = routing;
  }

  /// What became of reading a draft.
  sealed interface Read {
    /// It may be filed.
    ///
    /// @param answers to what its category asks
    /// @param place in words: as it was said, else the name that people give to the point
    /// @param area the neighbourhood that holds it
    /// @param answering who answers, and why they
    record Admitted(
        Category category,
        List<Answer> answers,
        String place,
        Optional<Area> area,
        Routing.Choice answering)
        implements Read {}

    /// It may not.
    record Turned(Filing filing) implements Read {}
  }

  /// Reads a draft.
  ///
  /// @param today where the city is
  Read read(Draft draft, LocalDate today) {
    var category = categories.find(draft.category()).filter(Category::active);
    if (category.isEmpty()) {
      return new Read.Turned(new NoCategory());
    }
    if (draft.where().filter(this::isOutside).isPresent()) {
      return new Read.Turned(new Outside(draft.where().get()));
    }
    var problems = new LinkedHashMap<String, String>();
    check(draft, problems);
    draft
        .receivedOn()
        .flatMap(on -> problem(draft, on, today))
        .ifPresent(why -> problems.put("received", why));
    check(draft.asker(), problems);
    var answers = answers(draft, problems);
    if (!problems.isEmpty()) {
      return new Read.Turned(new Refused(problems));
    }
    var area = area(draft);
    var answering = routing.choose(category.get(), area);
    return new Read.Admitted(category.get(), answers, place(draft), area, answering);
  }

  /// What a category asks, in its order.
  List<Attribute> asked(String category) {
    return attributes.list(category).stream().filter(Attribute::active).toList();
  }

  /// The categories that ask anything.
  Set<String> asking() {
    return attributes.asking();
  }

  /// Whether a place lies outside the city, as far as we know the city's outline.
  boolean isOutside(Position where) {
    var city = territory.city();
    return city.isPresent()
        && territory
            .areaAt(where, Area.Kind.COMMUNE)
            .filter(area -> area.code().equals(city.get().code()))
            .isEmpty();
  }

  /// The name that people give to a point: a house, a street, else the neighbourhood; where nothing
  /// is known, its numbers.
  String name(Position where) {
    return search
        .nameNear(where)
        .or(() -> territory.areaAt(where, Area.Kind.IRIS).map(Area::name))
        .filter(name -> name.length() <= LONGEST_PLACE)
        .orElseGet(() ->
            String.format(Locale.ROOT, "%.5f, %.5f", where.latitude_deg(), where.longitude_deg()));
  }

  private String place(Draft draft) {
    return draft.place().isEmpty() ? draft.where().map(this::name).orElse("") : draft.place();
  }

  private Optional<Area> area(Draft draft) {
    return draft.where().flatMap(where -> territory.areaAt(where, Area.Kind.IRIS));
  }

  private static void check(Draft draft, Map<String, String> problems) {
    if (draft.place().isEmpty() && draft.where().isEmpty()) {
      problems.put("place", "requests.problem.where");
    } else if (draft.place().length() > LONGEST_PLACE) {
      problems.put("place", "requests.problem.long");
    }
    if (draft.words().isEmpty()) {
      problems.put("words", "requests.problem.words");
    } else if (draft.words().length() > Draft.LONGEST_WORDS) {
      problems.put("words", "requests.problem.long");
    }
    if (draft.photos().size() > Draft.MOST_PHOTOS) {
      problems.put("photo", "requests.problem.photos");
    }
  }

  /// Only what came by letter may have come another day, and only within a year.
  private static Optional<String> problem(Draft draft, LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      return Optional.of("requests.problem.received.future");
    }
    if (on.isBefore(today.minusYears(1))) {
      return Optional.of("requests.problem.received.old");
    }
    boolean may = draft.channel() == Channel.EMAIL || draft.example() || on.equals(today);
    return may ? Optional.empty() : Optional.of("requests.problem.received.channel");
  }

  private void check(Asker asker, Map<String, String> problems) {
    if (asker.name().filter(name -> name.length() > LONGEST_NAME).isPresent()) {
      problems.put("name", "requests.problem.long");
    }
    if (asker.email().filter(email -> post.address(email).isEmpty()).isPresent()) {
      problems.put("email", "requests.problem.email");
    }
    if (asker.phone().filter(number -> !number.matches("[+0-9][0-9 .()-]{5,39}")).isPresent()) {
      problems.put("phone", "requests.problem.phone");
    }
  }

  /// Goes through the questions in their order: what is not asked, as its condition is not met, is
  /// not kept either.
  private List<Answer> answers(Draft draft, Map<String, String> problems) {
    var answers = new ArrayList<Answer>();
    var chosen = new HashMap<String, Set<String>>();
    for (var one : asked(draft.category())) {
      boolean asked =
          one.kind() != Kind.NOTE
              && one.condition()
                  .map(c -> chosen.getOrDefault(c.code(), Set.of()).contains(c.option()))
                  .orElse(true);
      if (!asked) {
        continue;
      }
      var said =
          draft.answers().getOrDefault(one.code(), List.of()).stream()
              .map(text -> one.kind() == Kind.TEXT ? Plain.text(text) : Plain.line(text))
              .filter(text -> !text.isEmpty())
              .toList();
      chosen.put(one.code(), new HashSet<>(said));
      var problem = problem(one, said);
      if (problem.isPresent()) {
        problems.put(one.field(), problem.get());
      } else if (!said.isEmpty()) {
        answers.add(
            new Answer(
                one.id(), one.code(), one.ask(), words(one, said), told(one, said), one.open()));
      }
    }
    return answers;
  }

  private static Optional<String> problem(Attribute one, List<String> said) {
    if (said.isEmpty()) {
      return one.required() ? Optional.of("requests.problem.answer") : Optional.empty();
    }
    if (said.size() > 1 && one.kind() != Kind.MULTIVALUELIST) {
      return Optional.of("requests.problem.answer.one");
    }
    return switch (one.kind()) {
      case STRING -> longer(said.getFirst(), LONGEST_LINE);
      case TEXT -> longer(said.getFirst(), Draft.LONGEST_WORDS);
      case NUMBER ->
          said.getFirst().matches("-?\\d{1,12}([.,]\\d{1,6})?")
              ? Optional.empty()
              : Optional.of("requests.problem.answer.number");
      case DATETIME ->
          Days.read(said.getFirst()).isPresent()
              ? Optional.empty()
              : Optional.of("requests.problem.answer.day");
      case SINGLEVALUELIST, MULTIVALUELIST ->
          said.stream().allMatch(key -> one.option(key).isPresent())
              ? Optional.empty()
              : Optional.of("requests.problem.answer.option");
      case NOTE -> Optional.empty();
    };
  }

  private static Optional<String> longer(String said, int most) {
    return said.length() > most ? Optional.of("requests.problem.long") : Optional.empty();
  }

  /// What was chosen of a list, in every language in which all of it is written.
  private static Optional<Told> told(Attribute one, List<String> said) {
    var chosen = said.stream().distinct().flatMap(key -> one.option(key).stream()).toList();
    if (one.options().isEmpty() || chosen.isEmpty()) {
      return Optional.empty();
    }
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      if (chosen.stream().noneMatch(option -> option.said().only(language).isEmpty())) {
        texts.put(
            language,
            chosen.stream()
                .map(option -> option.said().only(language))
                .collect(Collectors.joining(", ")));
      }
    }
    return Optional.of(new Told(texts));
  }

  private static String words(Attribute one, List<String> said) {
    if (one.kind() == Kind.DATETIME) {
      return Days.read(said.getFirst()).orElseThrow().toString();
    }
    return said.stream()
        .map(key -> one.option(key).map(option -> option.said().french()).orElse(key))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}

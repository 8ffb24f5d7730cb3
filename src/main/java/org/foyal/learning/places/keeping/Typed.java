package org.foyal.learning.places.keeping;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Term;
import org.foyal.learning.places.files.Columns;
import org.foyal.learning.places.files.Reading;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A place as typed into the form, by the names of the fields.
///
/// @param texts what stands in each field; parts of lists stand between upright strokes
record Typed(Map<String, String> texts) {
  private static final List<String> LISTED =
      List.of("courriels", "site_web", "typologie", "autres_formations_labels");

  static Typed of(Place place) {
    var texts = new LinkedHashMap<String, String>();
    Columns.ALL.forEach(column -> texts.put(column, Columns.of(place, column)));
    var stepFree = place.offer().stepFree();
    texts.put("step_free", stepFree == null ? "" : stepFree ? "yes" : "no");
    texts.put("languages", String.join("|", place.offer().languages()));
    texts.put("open", place.standing().open() ? "yes" : "");
    texts.put("hidden", place.standing().hidden() ? "yes" : "");
    texts.put("source_date", place.origin().dated().map(LocalDate::toString).orElse(""));
    texts.put("version", Integer.toString(place.standing().version()));
    return new Typed(texts);
  }

  /// What a form sent; a list of crosses of which none is made sends nothing.
  static Typed of(MultiValueMap<String, String> sent) {
    var texts = new LinkedHashMap<String, String>();
    for (var listing : Listing.values()) {
      texts.put(listing.column(), "");
    }
    List.of("languages", "open", "hidden").forEach(field -> texts.put(field, ""));
    sent.forEach((field, values) -> texts.put(field, String.join("|", values)));
    return new Typed(texts);
  }

  /// The same with the version that it is to be saved over now, and its day where an older one was
  /// shown.
  Typed over(Place standing) {
    var all = new LinkedHashMap<>(texts);
    all.put("version", Integer.toString(standing.standing().version()));
    var day = standing.origin().updatedOn();
    Plain.day(text("date_maj"))
        .filter(day::isAfter)
        .ifPresent(_ -> all.put("date_maj", day.toString()));
    return new Typed(all);
  }

  /// What stands in the fields in which something else is typed, by their names.
  Map<String, String> others(Place standing) {
    var others = new LinkedHashMap<String, String>();
    Typed.of(standing)
        .texts()
        .forEach((field, stands) -> {
          if (texts.containsKey(field) && !stands.equals(bare(field)) && !field.equals("version")) {
            others.put(field, stands.replace("|", ", "));
          }
        });
    return others;
  }

  private String bare(String field) {
    return LISTED.contains(field) ? lines(text(field)) : text(field).strip();
  }

  String text(String field) {
    return texts.getOrDefault(field, "");
  }

  boolean has(Term term) {
    return List.of(text(term.listing().column()).split("\\|", -1)).contains(term.written());
  }

  boolean speaks(String language) {
    return List.of(text("languages").split("\\|", -1)).contains(language);
  }

  private boolean yes(String field) {
    return text(field).equals("yes");
  }

  /// The place that is meant, over what stood.
  ///
  /// @param today what is changed is known to be so today, unless another day is typed
  Place read(Place base, LocalDate today, Fields fields) {
    var columns = new LinkedHashMap<>(texts);
    columns.keySet().retainAll(Columns.ALL);
    LISTED.forEach(column -> columns.computeIfPresent(column, (_, text) -> lines(text)));
    var read = Reading.over(base, columns);
    read.problems().forEach(problem -> fields.refuse(problem.field(), problem.words()));
    var place = read.place();
    if (place.name().isEmpty()) {
      fields.refuse("nom", "learning.places.problem.empty");
    }
    if (place.keys().national().isEmpty()) {
      fields.refuse("id", "learning.places.problem.empty");
    }
    var offer = place.offer();
    return new Place(
        place.id(),
        place.keys(),
        place.name(),
        place.address(),
        place.contact(),
        place.hours(),
        place.about(),
        new Place.Offer(offer.kinds(), offer.terms(), offer.otherLabels(), stepFree(), languages()),
        new Place.Origin(
            place.origin().source(), sourceDate(fields), updatedOn(base, place, today, fields)),
        new Place.Standing(
            yes("open"),
            yes("hidden"),
            base.standing().example(),
            version(),
            base.standing().changedAt()));
  }

  private static LocalDate updatedOn(Place base, Place place, LocalDate today, Fields fields) {
    var typed = place.origin().updatedOn();
    if (typed.isAfter(today)) {
      fields.refuse("date_maj", "learning.places.problem.future");
    }
    boolean dated = !typed.equals(base.origin().updatedOn());
    return dated || Columns.of(place).equals(Columns.of(base)) ? typed : today;
  }

  /// People put each on a line of its own.
  private static String lines(String text) {
    return text.replaceAll("[\\r\\n]+", "|");
  }

  private @Nullable Boolean stepFree() {
    return switch (text("step_free")) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  private List<String> languages() {
    return Place.Offer.LANGUAGES.stream().filter(this::speaks).toList();
  }

  private @Nullable LocalDate sourceDate(Fields fields) {
    var text = Plain.line(text("source_date"));
    var day = Plain.day(text);
    if (day.isEmpty() && !text.isEmpty()) {
      fields.refuse("source_date", "learning.places.problem.day");
    }
    return day.orElse(null);
  }

  private int version() {
    return text("version").matches("\\d{1,6}") ? Integer.parseInt(text("version")) : 0;
  }
}

package org.foyal.learning.places.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Term;
import org.foyal.learning.places.hours.Now;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// What somebody looks for; what can't be read asks for nothing.
///
/// @param typed the street or the neighbourhood as typed
/// @param position where they are, when their browser told it
/// @param need what they want to do, by the code of a service
/// @param who whom it is for, by the code of an audience
/// @param language the language they want to speak, by its code
/// @param checks further wishes, each one of [#CHECKS]
record Wish(
    String typed,
    Optional<Position> position,
    Optional<Term> need,
    Optional<Term> who,
    String language,
    List<String> checks) {
  /// Wishes that are asked for by a cross.
  static final List<String> CHECKS = List.of("open", "free", "phone", "step");

  /// Whom places may be meant for that one can ask for.
  static final List<Term> WHO =
      List.of(Term.AUDIENCE_WOMEN, Term.AUDIENCE_YOUNG, Term.AUDIENCE_SENIORS);

  private static final int LONGEST = 200;

  /// What an address asks for.
  record Asked(
      @Nullable String q,
      @Nullable String lat,
      @Nullable String lon,
      @Nullable String need,
      @Nullable String who,
      @Nullable String spoken,
      @Nullable String open,
      @Nullable String free,
      @Nullable String phone,
      @Nullable String step) {

    private List<String> checks() {
      var said = new LinkedHashMap<String, @Nullable String>();
      said.put("open", open);
      said.put("free", free);
      said.put("phone", phone);
      said.put("step", step);
      return CHECKS.stream().filter(check -> "yes".equals(said.get(check))).toList();
    }
  }

  static Wish of(Asked asked) {
    var typed = Plain.line(asked.q());
    var spoken = Optional.ofNullable(asked.spoken()).orElse("");
    return new Wish(
        typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed,
        asked.lat() == null || asked.lon() == null
            ? Optional.empty()
            : Position.read(asked.lat(), asked.lon()),
        term(asked.need()).filter(term -> term.listing() == Listing.SERVICES),
        term(asked.who()).filter(WHO::contains),
        Place.Offer.LANGUAGES.contains(spoken) ? spoken : "",
        asked.checks());
  }

  private static Optional<Term> term(@Nullable String code) {
    return Optional.ofNullable(code).flatMap(Term::find);
  }

  boolean has(String check) {
    return checks.contains(check);
  }

  /// The same without what holds for this minute only.
  Wish lasting() {
    var lasting = checks.stream().filter(check -> !check.equals("open")).toList();
    return new Wish(typed, position, need, who, language, lasting);
  }

  /// Whether anything but a place is asked for.
  boolean filters() {
    return need.isPresent() || who.isPresent() || !language.isEmpty() || !checks.isEmpty();
  }

  /// Whether a place has all that is asked for.
  Answer answer(Place place, Now now) {
    return Answer.all(
        List.of(
            need.map(term -> among(place, term)).orElse(Answer.YES),
            who.map(term -> among(place, term)).orElse(Answer.YES),
            language.isEmpty() ? Answer.YES : speaks(place),
            has("open") ? open(place, now) : Answer.YES,
            has("free") ? free(place) : Answer.YES,
            has("phone") ? phone(place) : Answer.YES,
            has("step") ? step(place) : Answer.YES));
  }

  private static Answer among(Place place, Term term) {
    return Answer.among(place.offer().has(term), place.offer().in(term.listing()).isEmpty());
  }

  private Answer speaks(Place place) {
    boolean said =
        place.offer().languages().contains(language)
            || (language.equals("en") && place.offer().has(Term.CARE_ENGLISH));
    return Answer.among(said, place.offer().languages().isEmpty());
  }

  private static Answer open(Place place, Now now) {
    if (!place.welcomes()) {
      return Answer.NO;
    }
    return switch (now.state()) {
      case OPEN, ALWAYS -> Answer.YES;
      case LATER_TODAY, ANOTHER_DAY, CLOSED -> Answer.NO;
      case MAYBE -> now.ahead_days() == 0 ? Answer.UNKNOWN : Answer.NO;
      case HOLIDAY, UNKNOWN, UNREADABLE -> Answer.UNKNOWN;
    };
  }

  /// Whether the condition is met, only the place can say.
  private static Answer free(Place place) {
    var fees = place.offer().in(Listing.FEES);
    return Answer.among(
        fees.contains(Term.FEE_FREE), fees.isEmpty() || fees.contains(Term.FEE_CONDITIONS));
  }

  private static Answer phone(Place place) {
    boolean silent =
        place.offer().in(Listing.ACCESS).isEmpty() || place.contact().phone().isEmpty();
    return Answer.among(place.helpsByPhone(), silent);
  }

  /// Who looks after people with a motor handicap may still have a step at the door.
  private static Answer step(Place place) {
    var told = place.offer().stepFree();
    return told != null ? Answer.of(told) : Answer.UNKNOWN;
  }

  /// The address of the same wish, with a question mark; empty when nothing is asked for.
  String query() {
    return query("");
  }

  /// The address of the same wish without one of its parts.
  String without(String part) {
    return query(part);
  }

  private String query(String left) {
    var said = new LinkedHashMap<String, String>();
    said.put("q", typed);
    position.ifPresent(where -> {
      said.put("lat", String.format(Locale.ROOT, "%.5f", where.latitude_deg()));
      said.put("lon", String.format(Locale.ROOT, "%.5f", where.longitude_deg()));
    });
    said.put("need", need.map(Term::code).orElse(""));
    said.put("who", who.map(Term::code).orElse(""));
    said.put("spoken", language);
    checks.forEach(check -> said.put(check, "yes"));
    said.remove(left);
    var query =
        said.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(Wish::pair)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String pair(Map.Entry<String, String> each) {
    return each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8);
  }
}

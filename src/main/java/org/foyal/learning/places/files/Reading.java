package org.foyal.learning.places.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Place.About;
import org.foyal.learning.places.Place.Address;
import org.foyal.learning.places.Place.Contact;
import org.foyal.learning.places.Place.Keys;
import org.foyal.learning.places.Place.Offer;
import org.foyal.learning.places.Place.Origin;
import org.foyal.learning.places.Term;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// Reads a place from texts, by the names of the national standard's fields: the cells of a file,
/// or what is typed into a form. Fields that are not given stay as they were.
public final class Reading {
  private static final Pattern PIVOT = Pattern.compile("[a-zA-Z0-9]{9,14}");
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
  private static final Pattern COMMUNE = Pattern.compile("([013-9]\\d|2[AB1-9])\\d{3}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,250}\\.[A-Za-z]{2,}");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/|<>\"]+\\.[^\\s|<>\"]+");
  private static final int MOST_PARTS = 30;

  private final Map<String, String> fields;
  private final Place base;
  private final List<Problem> problems = new ArrayList<>();

  private Reading(Map<String, String> fields, Place base) {
    this.fields = fields;
    this.base = base;
  }

  /// Why a field can't stand.
  ///
  /// @param words the key of the words that say why
  public record Problem(String field, String words, String value) {}

  /// What was read.
  ///
  /// @param place what can stand of it
  /// @param lost what was said and has no word in the standard
  public record Read(Place place, List<Problem> problems, List<String> lost) {}

  /// Reads what is given over what stands.
  public static Read over(Place base, Map<String, String> fields) {
    var lost = new ArrayList<String>();
    var reading = new Reading(OldWords.row(fields, lost), base);
    return new Read(reading.place(), List.copyOf(reading.problems), List.copyOf(lost));
  }

  private Place place() {
    var origin = base.origin();
    return new Place(
        base.id(),
        new Keys(
            line("id", base.keys().national(), 200),
            pivot(),
            line("structure_parente", base.keys().parent(), 200)),
        line("nom", base.name(), 200),
        address(),
        contact(),
        line("horaires", base.hours(), 1_000),
        about(),
        offer(),
        new Origin(line("source", origin.source(), 300), origin.sourceDate(), updatedOn()),
        base.standing());
  }

  private Address address() {
    var address = base.address();
    return new Address(
        line("adresse", address.street(), 300),
        line("complement_adresse", address.more(), 300),
        matched("code_postal", address.postcode(), POSTCODE, "learning.places.problem.postcode"),
        line("commune", address.commune(), 100),
        matched("code_insee", address.communeCode(), COMMUNE, "learning.places.problem.insee"),
        where(),
        address.area());
  }

  private Contact contact() {
    var contact = base.contact();
    return new Contact(
        phone(),
        several("courriels", contact.emails(), "learning.places.problem.email", this::email),
        several("site_web", contact.sites(), "learning.places.problem.address", this::url),
        address("prise_rdv", contact.booking()));
  }

  private About about() {
    var about = base.about();
    return new About(
        line("presentation_resume", about.summary(), 280),
        text("presentation_detail", about.detail(), 4_000),
        address("fiche_acces_libre", about.accessSheet()));
  }

  private Offer offer() {
    var offer = base.offer();
    Set<Term> terms = EnumSet.noneOf(Term.class);
    for (var listing : Listing.values()) {
      terms.addAll(fields.containsKey(listing.column()) ? terms(listing) : offer.in(listing));
    }
    return new Offer(
        kinds(),
        terms,
        fields.containsKey("autres_formations_labels") ? labels() : offer.otherLabels(),
        offer.stepFree(),
        offer.languages());
  }

  private String given(String column) {
    return fields.getOrDefault(column, "");
  }

  private void refuse(String column, String words, String value) {
    problems.add(new Problem(column, words, value));
  }

  private String line(String column, String standing, int longest) {
    return fitting(column, standing, longest, Plain.line(given(column)));
  }

  private String text(String column, String standing, int longest) {
    return fitting(column, standing, longest, Plain.text(given(column)));
  }

  private String fitting(String column, String standing, int longest, String text) {
    if (!fields.containsKey(column)) {
      return standing;
    }
    if (text.length() > longest) {
      refuse(column, "learning.places.problem.long", Integer.toString(longest));
      return standing;
    }
    return text;
  }

  private String matched(String column, String standing, Pattern pattern, String words) {
    var text = line(column, standing, 100);
    if (!text.isEmpty() && !pattern.matcher(text).matches()) {
      refuse(column, words, text);
      return standing;
    }
    return text;
  }

  /// Programs that must write something where they know nothing write zeros.
  private String pivot() {
    var text = line("pivot", base.keys().pivot(), 100).replace(" ", "");
    if (text.isEmpty() || text.matches("0+")) {
      return "";
    }
    if (!PIVOT.matcher(text).matches()) {
      refuse("pivot", "learning.places.problem.pivot", text);
      return base.keys().pivot();
    }
    return text;
  }

  private @Nullable Position where() {
    if (!fields.containsKey("latitude") && !fields.containsKey("longitude")) {
      return base.address().where();
    }
    var latitude = Plain.line(given("latitude")).replace(',', '.');
    var longitude = Plain.line(given("longitude")).replace(',', '.');
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    var read = Position.read(latitude, longitude);
    if (read.isEmpty()) {
      refuse("latitude", "learning.places.problem.position", latitude + " " + longitude);
    }
    return read.orElse(base.address().where());
  }

  private java.time.LocalDate updatedOn() {
    var text = Plain.line(given("date_maj"));
    if (!fields.containsKey("date_maj")) {
      return base.origin().updatedOn();
    }
    var day = Plain.day(text.replaceFirst("T.*", ""));
    if (day.isEmpty()) {
      refuse("date_maj", "learning.places.problem.day", text);
    }
    return day.orElse(base.origin().updatedOn());
  }

  private String phone() {
    var text = line("telephone", base.contact().phone(), 60);
    var phone = Phone.read(text);
    if (phone.isEmpty() && !text.isEmpty()) {
      refuse("telephone", "learning.places.problem.phone", text);
    }
    return phone.orElse("");
  }

  private Optional<String> email(String text) {
    return Optional.of(text).filter(EMAIL.asMatchPredicate());
  }

  /// An address on the web; people leave out how it begins.
  private Optional<String> url(String text) {
    var whole = text.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? text : "https://" + text;
    return Optional.of(whole)
        .filter(address -> address.length() <= 500)
        .filter(ADDRESS.asMatchPredicate());
  }

  private String address(String column, String standing) {
    var text = line(column, standing, 500);
    if (text.isEmpty()) {
      return "";
    }
    var read = url(text);
    if (read.isEmpty()) {
      refuse(column, "learning.places.problem.address", text);
    }
    return read.orElse(standing);
  }

  /// How a part of a list is read.
  private interface Part {
    Optional<String> read(String text);
  }

  private List<String> several(String column, List<String> standing, String words, Part part) {
    if (!fields.containsKey(column)) {
      return standing;
    }
    var read = new ArrayList<String>();
    for (var text : parts(given(column))) {
      var one = part.read(text);
      one.filter(Predicate.not(read::contains)).ifPresent(read::add);
      if (one.isEmpty()) {
        refuse(column, words, text);
      }
    }
    return read;
  }

  private List<String> kinds() {
    if (!fields.containsKey("typologie")) {
      return base.offer().kinds();
    }
    var kinds = parts(given("typologie"));
    kinds.stream()
        .filter(Predicate.not(Kinds.ALL::contains))
        .forEach(kind -> refuse("typologie", "learning.places.problem.term", kind));
    return kinds.stream().filter(Kinds.ALL::contains).toList();
  }

  private List<String> labels() {
    var labels = parts(given("autres_formations_labels"));
    if (labels.stream().anyMatch(label -> label.length() > 200)) {
      refuse("autres_formations_labels", "learning.places.problem.long", "200");
    }
    return labels.stream().filter(label -> label.length() <= 200).toList();
  }

  private List<Term> terms(Listing listing) {
    var terms = new ArrayList<Term>();
    for (var value : parts(given(listing.column()))) {
      var straight = straight(value);
      var term = Term.written(listing, straight);
      if (term.isEmpty() && OldWords.knows(straight)) {
        term = Term.written(listing, OldWords.word(listing, straight));
      }
      term.ifPresentOrElse(
          terms::add, () -> refuse(listing.column(), "learning.places.problem.term", value));
    }
    return terms;
  }

  /// Programs write the signs of the standard's words in several ways.
  private static String straight(String value) {
    return value.replace('’', '\'').replace("numériques(La Poste)", "numériques (La Poste)");
  }

  /// The parts of a list: between upright strokes, as edition 1 has it, else between semicolons, as
  /// edition 0 had it; a semicolon within an address on the web parts nothing.
  static List<String> parts(String text) {
    var line = Plain.line(text.replace('\u00a0', ' ').replace('\u202f', ' '));
    boolean addresses = line.matches("(?i)https?://.*");
    var between = line.indexOf('|') >= 0 ? "\\|" : addresses ? ";\\s*(?=(?i:https?://))" : ";";
    return Arrays.stream(line.split(between, MOST_PARTS + 1))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .map(part -> between.equals(";") ? straight(part) : part)
        .distinct()
        .limit(MOST_PARTS)
        .toList();
  }
}

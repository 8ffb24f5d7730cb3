package org.foyal.learning.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// A place where people are helped with what is digital. What is not known is empty.
///
/// @param keys what others call it
/// @param hours when it is open, in the notation of OpenStreetMap, as whoever told it wrote it
public record Place(
    UUID id,
    Keys keys,
    String name,
    Address address,
    Contact contact,
    String hours,
    About about,
    Offer offer,
    Origin origin,
    Standing standing) {

  /// What others call a place.
  ///
  /// @param national its `id` in the national standard
  /// @param pivot the SIRET or the RNA of who runs it
  /// @param parent the organisation above it
  public record Keys(String national, String pivot, String parent) {}

  /// Where a place is.
  ///
  /// @param more floor, building, entrance
  /// @param where its position, where it is known
  /// @param area the code of the neighbourhood that holds the position
  public record Address(
      String street,
      String more,
      String postcode,
      String commune,
      String communeCode,
      @Nullable Position where,
      @Nullable String area) {

    /// The position, where it is known.
    public Optional<Position> position() {
      return Optional.ofNullable(where);
    }

    /// The same address in a neighbourhood.
    public Address in(@Nullable String code) {
      return new Address(street, more, postcode, commune, communeCode, where, code);
    }
  }

  /// How a place is reached.
  ///
  /// @param phone with the sign + and the code of the country, for example `+596596000000`
  /// @param booking where an appointment is taken on the web
  public record Contact(String phone, List<String> emails, List<String> sites, String booking) {
    /// Keeps the lists as they are.
    public Contact {
      emails = List.copyOf(emails);
      sites = List.copyOf(sites);
    }
  }

  /// What a place says of itself, in French.
  ///
  /// @param accessSheet its page on Accès Libre
  public record About(String summary, String detail, String accessSheet) {}

  /// What a place offers, and to whom.
  ///
  /// @param kinds codes of kinds of organisations, for example `MUNI`
  /// @param terms values of the closed lists of the standard
  /// @param otherLabels labels that the standard does not list
  /// @param stepFree whether one gets in without a step; null where nobody has told
  /// @param languages spoken there besides French, by their codes
  public record Offer(
      List<String> kinds,
      Set<Term> terms,
      List<String> otherLabels,
      @Nullable Boolean stepFree,
      List<String> languages) {
    /// The languages that can be named, by their codes of ISO 639.
    public static final List<String> LANGUAGES = List.of("gcf", "ht", "en", "es", "pt", "fsl");

    /// Keeps what is given as it is, the terms in the standard's order.
    public Offer {
      kinds = List.copyOf(kinds);
      var sorted = EnumSet.noneOf(Term.class);
      sorted.addAll(terms);
      terms = java.util.Collections.unmodifiableSet(sorted);
      otherLabels = List.copyOf(otherLabels);
      languages = List.copyOf(languages);
    }

    /// The values of a field, in the standard's order.
    public List<Term> in(Listing listing) {
      return terms.stream().filter(term -> term.listing() == listing).toList();
    }

    /// Whether a place has said something.
    public boolean has(Term term) {
      return terms.contains(term);
    }
  }

  /// Where what we know of a place comes from.
  ///
  /// @param source who told it, in French
  /// @param sourceDate of which day the source is, where it says so
  /// @param updatedOn when somebody last knew it to be so
  public record Origin(String source, @Nullable LocalDate sourceDate, LocalDate updatedOn) {
    /// The day of the source, where it is known.
    public Optional<LocalDate> dated() {
      return Optional.ofNullable(sourceDate);
    }
  }

  /// What the city's staff say of a place.
  ///
  /// @param open false while it is closed to everybody
  /// @param hidden staff alone see it
  /// @param example invented for the demonstration
  /// @param version goes up with each change, so that a stale form is told
  public record Standing(
      boolean open, boolean hidden, boolean example, int version, Instant changedAt) {}

  /// Whether people may come at all: it is open to the public, and is not only an office.
  public boolean welcomes() {
    return standing.open() && !offer.has(Term.ACCESS_NOBODY);
  }

  /// Whether one can be helped without leaving home, by phone or otherwise.
  public boolean helpsByPhone() {
    return !contact.phone().isEmpty()
        && (offer.has(Term.ACCESS_CALL) || offer.has(Term.SUPPORT_DISTANCE));
  }

  /// A place of which nothing is known yet.
  public static Place blank(UUID id, LocalDate today) {
    return new Place(
        id,
        new Keys(id.toString(), "", ""),
        "",
        new Address("", "", "", "", "", null, null),
        new Contact("", List.of(), List.of(), ""),
        "",
        new About("", "", ""),
        new Offer(List.of(), Set.of(), List.of(), null, List.of()),
        new Origin("", null, today),
        new Standing(true, false, false, 1, Instant.EPOCH));
  }

  /// The fields that the national standard asks for and that are not known, by its names; a place
  /// without them is not in the file that we publish by it.
  public List<String> missing() {
    return Stream.of(
            empty("pivot", keys.pivot()),
            empty("nom", name),
            empty("commune", address.commune()),
            empty("code_postal", address.postcode()),
            empty("adresse", address.street()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Other fields of the standard that whoever looks for help would want, and that are not known.
  public List<String> unknown() {
    return Stream.of(
            empty("telephone", contact.phone()),
            empty("horaires", hours),
            empty("position", address.where() == null ? "" : "known"),
            empty("services", offer.in(Listing.SERVICES).isEmpty() ? "" : "known"),
            empty("frais_a_charge", offer.in(Listing.FEES).isEmpty() ? "" : "known"),
            empty("modalites_acces", offer.in(Listing.ACCESS).isEmpty() ? "" : "known"),
            empty("step_free", offer.stepFree() == null ? "" : "known"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> empty(String field, String value) {
    return value.isEmpty() ? Optional.of(field) : Optional.empty();
  }

  /// The same place in the neighbourhood of that code.
  public Place in(@Nullable String area) {
    return new Place(
        id, keys, name, address.in(area), contact, hours, about, offer, origin, standing);
  }
}

package org.foyal.learning.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Place.About;
import org.foyal.learning.places.Place.Address;
import org.foyal.learning.places.Place.Contact;
import org.foyal.learning.places.Place.Keys;
import org.foyal.learning.places.Place.Offer;
import org.foyal.learning.places.Place.Origin;
import org.foyal.learning.places.Place.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Places, in `learning.place`.
@Repository
class PlaceStore {
  private final JdbcClient sql;

  PlaceStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Place> list() {
    return sql.sql("select * from learning.place order by nom, id")
        .query((row, _) -> place(row))
        .list();
  }

  Optional<Place> find(UUID id) {
    return sql.sql("select * from learning.place where id = :id")
        .param("id", id)
        .query((row, _) -> place(row))
        .optional();
  }

  /// Holds a place until the transaction ends.
  Optional<Place> lock(UUID id) {
    return sql.sql("select * from learning.place where id = :id for update")
        .param("id", id)
        .query((row, _) -> place(row))
        .optional();
  }

  /// Sees to it that nobody changes a place until the transaction ends; others may do the same.
  void share(UUID id) {
    sql.sql("select 1 from learning.place where id = :id for share")
        .param("id", id)
        .query()
        .listOfRows();
  }

  /// Whether a national identifier is no other place's; whoever asks first has it until the
  /// transaction ends.
  boolean free(String national, UUID id) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended('learning.place ' || :national, 0))")
        .param("national", national)
        .query()
        .listOfRows();
    return findNational(national).filter(other -> !other.id().equals(id)).isEmpty();
  }

  /// The places that the desk corrected since a file last told of them.
  Set<UUID> corrected() {
    return Set.copyOf(
        sql.sql("select id from learning.place where corrected").query(UUID.class).list());
  }

  void corrected(UUID id, boolean corrected) {
    sql.sql("update learning.place set corrected = :corrected where id = :id")
        .param("corrected", corrected)
        .param("id", id)
        .update();
  }

  Optional<Place> findNational(String id) {
    return sql.sql("select * from learning.place where national_id = :id")
        .param("id", id)
        .query((row, _) -> place(row))
        .optional();
  }

  /// A number that changes with every change, and how many there are.
  String stamp() {
    return sql.sql(
            "select count(*) || ' ' || coalesce(max(changed_at)::text, '') from learning.place")
        .query(String.class)
        .single();
  }

  boolean add(Place made) {
    return write(
        """
        insert into learning.place (id, national_id, pivot, nom, commune, code_postal, code_insee, adresse,
          complement_adresse, latitude, longitude, typologie, telephone, courriels, site_web, horaires,
          presentation_resume, presentation_detail, source, itinerance, structure_parente, date_maj,
          services, publics_specifiquement_adresses, prise_en_charge_specifique, frais_a_charge,
          dispositif_programmes_nationaux, formations_labels, autres_formations_labels, modalites_acces,
          modalites_accompagnement, fiche_acces_libre, prise_rdv, area, step_free, languages, open, hidden,
          example, source_date, changed_at)
        values (:id, :national_id, :pivot, :nom, :commune, :code_postal, :code_insee, :adresse,
          :complement_adresse, :latitude::float8, :longitude::float8, :typologie, :telephone, :courriels,
          :site_web, :horaires,
          :presentation_resume, :presentation_detail, :source, :itinerance, :structure_parente, :date_maj,
          :services, :publics_specifiquement_adresses, :prise_en_charge_specifique, :frais_a_charge,
          :dispositif_programmes_nationaux, :formations_labels, :autres_formations_labels,
          :modalites_acces, :modalites_accompagnement, :fiche_acces_libre, :prise_rdv, :area, :step_free::boolean,
          :languages, :open, :hidden, :example, :source_date::date, :changed_at)
        on conflict do nothing
        """,
        made);
  }

  /// Changes the place unless somebody else changed it since.
  boolean update(Place made) {
    return write(
        """
        update learning.place set national_id = :national_id, pivot = :pivot, nom = :nom, commune = :commune,
          code_postal = :code_postal, code_insee = :code_insee, adresse = :adresse,
          complement_adresse = :complement_adresse, latitude = :latitude::float8, longitude = :longitude::float8,
          typologie = :typologie, telephone = :telephone, courriels = :courriels, site_web = :site_web,
          horaires = :horaires, presentation_resume = :presentation_resume,
          presentation_detail = :presentation_detail, source = :source, itinerance = :itinerance,
          structure_parente = :structure_parente, date_maj = :date_maj, services = :services,
          publics_specifiquement_adresses = :publics_specifiquement_adresses,
          prise_en_charge_specifique = :prise_en_charge_specifique, frais_a_charge = :frais_a_charge,
          dispositif_programmes_nationaux = :dispositif_programmes_nationaux,
          formations_labels = :formations_labels, autres_formations_labels = :autres_formations_labels,
          modalites_acces = :modalites_acces, modalites_accompagnement = :modalites_accompagnement,
          fiche_acces_libre = :fiche_acces_libre, prise_rdv = :prise_rdv, area = :area,
          step_free = :step_free::boolean, languages = :languages, open = :open, hidden = :hidden,
          source_date = :source_date::date, version = version + 1, changed_at = :changed_at
        where id = :id and version = :version
        """,
        made);
  }

  /// Says in which neighbourhood a place lies, without a new version: nobody changed the place.
  void settle(UUID id, @Nullable String area) {
    sql.sql("update learning.place set area = :area where id = :id")
        .param("area", area)
        .param("id", id)
        .update();
  }

  private boolean write(String statement, Place made) {
    var query = sql.sql(statement).param("id", made.id());
    var standing = made.standing();
    bind(made, query::param);
    return query
            .param("open", standing.open())
            .param("hidden", standing.hidden())
            .param("example", standing.example())
            .param("version", standing.version())
            .param("changed_at", standing.changedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static void bind(Place made, BiConsumer<String, @Nullable Object> column) {
    var address = made.address();
    column.accept("national_id", made.keys().national());
    column.accept("pivot", made.keys().pivot());
    column.accept("structure_parente", made.keys().parent());
    column.accept("nom", made.name());
    column.accept("adresse", address.street());
    column.accept("complement_adresse", address.more());
    column.accept("code_postal", address.postcode());
    column.accept("commune", address.commune());
    column.accept("code_insee", address.communeCode());
    column.accept("latitude", address.position().map(Position::latitude_deg).orElse(null));
    column.accept("longitude", address.position().map(Position::longitude_deg).orElse(null));
    column.accept("area", address.area());
    column.accept("telephone", made.contact().phone());
    column.accept("courriels", array(made.contact().emails()));
    column.accept("site_web", array(made.contact().sites()));
    column.accept("prise_rdv", made.contact().booking());
    column.accept("horaires", made.hours());
    column.accept("presentation_resume", made.about().summary());
    column.accept("presentation_detail", made.about().detail());
    column.accept("fiche_acces_libre", made.about().accessSheet());
    column.accept("typologie", array(made.offer().kinds()));
    for (var listing : Listing.values()) {
      var written = made.offer().in(listing).stream().map(Term::written).toList();
      column.accept(listing.column(), array(written));
    }
    column.accept("autres_formations_labels", array(made.offer().otherLabels()));
    column.accept("step_free", made.offer().stepFree());
    column.accept("languages", array(made.offer().languages()));
    column.accept("source", made.origin().source());
    column.accept("source_date", made.origin().sourceDate());
    column.accept("date_maj", made.origin().updatedOn());
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getObject("id", UUID.class),
        new Keys(
            row.getString("national_id"),
            row.getString("pivot"),
            row.getString("structure_parente")),
        row.getString("nom"),
        address(row),
        new Contact(
            row.getString("telephone"),
            texts(row, "courriels"),
            texts(row, "site_web"),
            row.getString("prise_rdv")),
        row.getString("horaires"),
        new About(
            row.getString("presentation_resume"),
            row.getString("presentation_detail"),
            row.getString("fiche_acces_libre")),
        offer(row),
        new Origin(
            row.getString("source"),
            row.getObject("source_date", LocalDate.class),
            row.getObject("date_maj", LocalDate.class)),
        new Standing(
            row.getBoolean("open"),
            row.getBoolean("hidden"),
            row.getBoolean("example"),
            row.getInt("version"),
            row.getTimestamp("changed_at").toInstant()));
  }

  private static Address address(ResultSet row) throws SQLException {
    double latitude_deg = row.getDouble("latitude");
    var where = row.wasNull() ? null : new Position(latitude_deg, row.getDouble("longitude"));
    return new Address(
        row.getString("adresse"),
        row.getString("complement_adresse"),
        row.getString("code_postal"),
        row.getString("commune"),
        row.getString("code_insee"),
        where,
        row.getString("area"));
  }

  private static Offer offer(ResultSet row) throws SQLException {
    Set<Term> terms = EnumSet.noneOf(Term.class);
    for (var listing : Listing.values()) {
      for (var written : texts(row, listing.column())) {
        Term.written(listing, written).ifPresent(terms::add);
      }
    }
    return new Offer(
        texts(row, "typologie"),
        terms,
        texts(row, "autres_formations_labels"),
        row.getObject("step_free", Boolean.class),
        texts(row, "languages"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}

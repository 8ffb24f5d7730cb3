package org.foyal.agreement;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes the parties and who of the staff speaks for them, in `agreement.party` and `delegate`.
@Repository
class PartyStore {
  private final JdbcClient sql;

  PartyStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Party.Entered> find(String code) {
    return sql.sql(
            """
            select code as party, name as party_name, of as party_of, example as party_example,
              version
            from agreement.party where code = :code
            """)
        .param("code", code)
        .query((row, _) ->
            new Party.Entered(AgreementStore.party(row, "party"), row.getInt("version")))
        .optional();
  }

  boolean add(Party party) {
    return sql.sql(
                """
                insert into agreement.party (code, name, of, example)
                values (:code, :name, :of, :example) on conflict (code) do nothing
                """)
            .param("code", party.code())
            .param("name", party.name())
            .param("of", party.of().orElse(null))
            .param("example", party.example())
            .update()
        == 1;
  }

  /// Lets no other house be changed until the commit, so that two changes make no ring together.
  void lock() {
    sql.sql("lock table agreement.party in share row exclusive mode").update();
  }

  /// Writes a party's name and house; false when somebody else wrote first.
  boolean update(Party.Entered corrected) {
    var party = corrected.party();
    return sql.sql(
                """
                update agreement.party set name = :name, of = :of, version = version + 1
                where code = :code and version = :version
                """)
            .param("code", party.code())
            .param("name", party.name())
            .param("of", party.of().orElse(null), Types.VARCHAR)
            .param("version", corrected.version())
            .update()
        == 1;
  }

  /// Whether a house is a party itself, or belongs to it through others.
  boolean belongsTo(String house, String party) {
    return sql.sql(
            """
            with recursive above (code) as (
              select code from agreement.party where code = :house
              union
              select p.of from above a join agreement.party p on p.code = a.code
              where p.of is not null)
            select exists (select from above where code = :party)
            """)
        .param("house", house)
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  void setDelegate(UUID account, String party) {
    sql.sql(
            """
            insert into agreement.delegate (account, party) values (:account, :party)
            on conflict (account) do update set party = excluded.party
            """)
        .param("account", account)
        .param("party", party)
        .update();
  }

  void endDelegate(UUID account) {
    sql.sql("delete from agreement.delegate where account = :account")
        .param("account", account)
        .update();
  }
}

package org.foyal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Account.SecondFactor;
import org.foyal.people.Account.Status;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about accounts and their roles, in `people.account`, `account_role` and `session`.
@Repository
class AccountStore {
  private static final String SELECT =
      """
      select a.*, array(select role from people.account_role r where r.account = a.id) as roles
      from people.account a
      """;

  private final JdbcClient sql;

  AccountStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Account> find(UUID id) {
    return sql.sql(SELECT + " where a.id = :id")
        .param("id", id)
        .query(AccountStore::row)
        .optional();
  }

  /// The account of a session, if it is active and its sessions were not ended since.
  Optional<Account> findActive(UUID id, int epoch) {
    return sql.sql(
            SELECT + " where a.id = :id and a.status = 'ACTIVE' and a.session_epoch = :epoch")
        .param("id", id)
        .param("epoch", epoch)
        .query(AccountStore::row)
        .optional();
  }

  Optional<Account> findByEmail(String email) {
    return sql.sql(SELECT + " where a.email = :email")
        .param("email", email)
        .query(AccountStore::row)
        .optional();
  }

  List<Account> list() {
    return sql.sql(SELECT + " order by a.status = 'DISABLED', a.name, a.email")
        .query(AccountStore::row)
        .list();
  }

  boolean hasAdministrator() {
    return sql.sql(
            """
            select exists (select from people.account a join people.account_role r on r.account = a.id
                           where a.status = 'ACTIVE' and r.role = 'admin')
            """)
        .query(Boolean.class)
        .single();
  }

  /// Of two who found the city without administrator at the same time, the second waits and looks
  /// again.
  void oneFounderAtATime() {
    sql.sql("select pg_advisory_xact_lock(hashtext('people.first_administrator'))")
        .query((_, _) -> 0)
        .list();
  }

  boolean add(Account account) {
    boolean added =
        sql.sql(
                    """
                    insert into people.account (id, email, name, status, example, language, created_at)
                    values (:id, :email, :name, :status, :example, :language, :at)
                    on conflict (email) do nothing
                    """)
                .param("id", account.id())
                .param("email", account.email())
                .param("name", account.name())
                .param("status", account.status().name())
                .param("example", account.example())
                .param("language", account.language().code())
                .param("at", Timestamp.from(account.createdAt()))
                .update()
            == 1;
    if (added) {
      addRoles(account.id(), account.roles());
    }
    return added;
  }

  void setRoles(UUID id, Set<Role> roles) {
    sql.sql("delete from people.account_role where account = :id").param("id", id).update();
    addRoles(id, roles);
  }

  private void addRoles(UUID id, Set<Role> roles) {
    for (var role : roles) {
      sql.sql("insert into people.account_role (account, role) values (:id, :role)")
          .param("id", id)
          .param("role", role.code())
          .update();
    }
  }

  /// Changes the state, if it is the one expected.
  boolean move(UUID id, Status from, Status to) {
    return sql.sql("update people.account set status = :to where id = :id and status = :from")
            .param("to", to.name())
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  /// The person takes the account that waited.
  boolean take(UUID id, String name) {
    return sql.sql(
                """
                update people.account set status = 'ACTIVE', name = :name
                where id = :id and status = 'INVITED'
                """)
            .param("name", name)
            .param("id", id)
            .update()
        == 1;
  }

  /// Forgets people who never took their invitation.
  int forgetInvitedBefore(Instant old) {
    return sql.sql(
            """
            delete from people.account a where a.status = 'INVITED' and a.created_at < :old
              and not exists (select from people.link l where l.account = a.id)
            """)
        .param("old", Timestamp.from(old))
        .update();
  }

  boolean hasPassword(UUID id) {
    return sql.sql(
            "select exists (select from people.account where id = :id and password_hash is not null)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Ends all sessions of an account, those that are just being opened included.
  void endSessions(UUID id) {
    sql.sql("update people.account set session_epoch = session_epoch + 1 where id = :id")
        .param("id", id)
        .update();
    sql.sql("delete from people.session where principal_name = :id")
        .param("id", id.toString())
        .update();
  }

  int epoch(UUID id) {
    return sql.sql("select session_epoch from people.account where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  void signedIn(UUID id, Instant at) {
    sql.sql("update people.account set last_signed_in_at = :at where id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /// Whether a transaction was refused because it would leave the city without administrator; the
  /// rule lives in the database, which looks at it when the transaction ends.
  static boolean keepsAnAdministrator(DataIntegrityViolationException refused) {
    return NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException e
        && e.getServerErrorMessage() != null
        && "last_administrator".equals(e.getServerErrorMessage().getConstraint());
  }

  private static Account row(ResultSet row, int number) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .flatMap(code -> Role.find(code).stream())
        .forEach(roles::add);
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Status.valueOf(row.getString("status")),
        roles,
        Optional.ofNullable(row.getString("second_factor")).map(SecondFactor::valueOf),
        row.getBoolean("example"),
        Language.find(row.getString("language")).orElse(Language.FR),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("last_signed_in_at")).map(Timestamp::toInstant));
  }
}

package org.foyal.fibre.asking.sellers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who sells, in `fibre.seller`; what the codes of files are called, in `fibre.operator`.
@Repository
class SellerStore {
  private final JdbcClient sql;

  SellerStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Seller> list() {
    return sql.sql("select * from fibre.seller order by active desc, name, id")
        .query(SellerStore::seller)
        .list();
  }

  private JdbcClient.StatementSpec with(Seller one, String statement) {
    return sql.sql(statement)
        .param("id", one.id())
        .param("name", one.name())
        .param("code", one.code().orElse(null))
        .param("phone", one.phone().orElse(null))
        .param("page", one.page().orElse(null))
        .param("checkedOn", one.checkedOn())
        .param("active", one.active())
        .param("example", one.example())
        .param("version", one.version());
  }

  boolean add(Seller made) {
    return with(
                made,
                """
                insert into fibre.seller (id, name, code, phone, page, checked_on, active, example, version)
                values (:id, :name, :code, :phone, :page, :checkedOn, :active, :example, :version)
                on conflict do nothing
                """)
            .update()
        == 1;
  }

  boolean update(Seller changed) {
    return with(
                changed,
                """
                update fibre.seller set name = :name, code = :code, phone = :phone, page = :page,
                  checked_on = :checkedOn, active = :active, version = version + 1
                where id = :id and version = :version
                  and not exists (select 1 from fibre.seller s where lower(s.name) = lower(:name) and s.id <> :id)
                """)
            .update()
        == 1;
  }

  boolean has(UUID id, String name) {
    return sql.sql(
            "select exists (select 1 from fibre.seller where lower(name) = lower(:name) and id <> :id)")
        .param("name", name)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  Optional<String> nameOf(String code) {
    return sql.sql(
            """
            select name from (
              select name, 1 as place from fibre.seller where code = :code
              union all select name, 2 from fibre.operator where code = :code) n
            order by place limit 1
            """)
        .param("code", code)
        .query(String.class)
        .optional();
  }

  private static Seller seller(ResultSet row, int number) throws SQLException {
    return new Seller(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getString("code")),
        Optional.ofNullable(row.getString("phone")),
        Optional.ofNullable(row.getString("page")),
        row.getObject("checked_on", LocalDate.class),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}

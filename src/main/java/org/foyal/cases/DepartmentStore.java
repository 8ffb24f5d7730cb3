package org.foyal.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The departments, in `cases.department`.
@Repository
class DepartmentStore {
  private final JdbcClient sql;

  DepartmentStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Department> list() {
    return sql.sql("select * from cases.department order by not active, name, code")
        .query(DepartmentStore::row)
        .list();
  }

  Optional<Department> find(String code) {
    return sql.sql("select * from cases.department where code = :code")
        .param("code", code)
        .query(DepartmentStore::row)
        .optional();
  }

  /// Adds one; false when its code is taken.
  boolean add(Department made) {
    return write(
            """
            insert into cases.department (code, name, email, phone, address, active, example)
            values (:code, :name, :email, :phone, :address, :active, :example)
            on conflict (code) do nothing
            """,
            made)
        == 1;
  }

  /// Changes one; false when somebody else did first.
  boolean update(Department made) {
    return write(
            """
            update cases.department set name = :name, email = :email, phone = :phone,
              address = :address, active = :active, version = version + 1
            where code = :code and version = :version
            """,
            made)
        == 1;
  }

  private int write(String statement, Department made) {
    return sql.sql(statement)
        .param("code", made.code())
        .param("name", made.name())
        .param("email", made.email().orElse(null), Types.VARCHAR)
        .param("phone", made.phone().orElse(null), Types.VARCHAR)
        .param("address", made.address().orElse(null), Types.VARCHAR)
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version())
        .update();
  }

  /// The department of a case, out of a row of [CaseStore#SELECT].
  static Optional<Department> ofCase(ResultSet row) throws SQLException {
    var code = row.getString("department");
    return code == null
        ? Optional.empty()
        : Optional.of(
            new Department(
                code,
                row.getString("department_name"),
                Optional.ofNullable(row.getString("department_email")),
                Optional.ofNullable(row.getString("department_phone")),
                Optional.ofNullable(row.getString("department_address")),
                row.getBoolean("department_active"),
                row.getBoolean("department_example"),
                row.getInt("department_version")));
  }

  private static Department row(ResultSet row, int number) throws SQLException {
    return new Department(
        row.getString("code"),
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        Optional.ofNullable(row.getString("phone")),
        Optional.ofNullable(row.getString("address")),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}

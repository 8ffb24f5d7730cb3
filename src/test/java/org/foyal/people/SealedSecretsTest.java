package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.foyal.Foyal;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff.Member;
import org.foyal.people.keys.Base32;
import org.foyal.people.keys.Seal;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.database.FolderCommand;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever reads the tables, a dump or a replica learns no secret of a second step.
@HouseTest
@Import(TestStaff.class)
class SealedSecretsTest {
  @Autowired TestStaff staff;
  @Autowired Seal seal;
  @Autowired ShellSettings shell;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  /// Everything that the tables of the room hold, as a dump writes it.
  private List<String> dump() {
    return sql.sql(
            """
            select a::text from people.account a union all select l::text from people.link l
            union all select encode(attribute_bytes, 'hex') from people.session_attributes
            union all select encode(attribute_bytes, 'escape') from people.session_attributes
            """)
        .query(String.class)
        .list();
  }

  private boolean opens(int atPort, Member member) {
    var visitor = new Visitor(atPort);
    visitor.fill(
        "/fr/staff/sign-in", Map.of("email", member.email(), "password", TestStaff.PASSWORD));
    return visitor
        .fill("/fr/staff/sign-in/code", Map.of("code", staff.code(member)))
        .location()
        .equals("/fr/staff");
  }

  @Test
  void aReaderOfTheTablesSeesNoSecretNeitherChosenNorOffered() {
    var member = staff.member(Role.AGENT);
    var invited = staff.invited(Role.AGENT);
    var page = new Visitor(port).get(invited.address().replaceFirst("^https?://[^/]+", "")).body();
    var offered = secretOf(page);
    var visitor = staff.signedIn(port, member);
    var another = secretOf(visitor.get("/fr/staff/me/second-factor").body());
    var all = String.join("\n", dump());
    for (var secret : List.of(member.totp().bytes(), offered, another)) {
      assertThat(all)
          .doesNotContain(HexFormat.of().formatHex(secret))
          .doesNotContain(Base32.encode(secret))
          .doesNotContain(Base64.getEncoder().encodeToString(secret));
    }
    assertThat(opens(port, member)).isTrue();
  }

  private static byte[] secretOf(String page) {
    var address = page.replaceAll("(?s).*otpauth://totp/[^\"]*?secret=([A-Z2-7]+).*", "$1");
    return Base32.decode(address);
  }

  @Test
  void theSearchForSecretsFindsOneThatLiesOpen() {
    var member = staff.member(Role.AGENT);
    layOpen(member);
    assertThat(String.join("\n", dump())).contains(HexFormat.of().formatHex(member.totp().bytes()));
    seal.renew();
  }

  private void layOpen(Member member) {
    sql.sql("update people.account set totp_secret = :open, totp_sealed = null where id = :id")
        .param("open", member.totp().bytes())
        .param("id", member.id())
        .update();
  }

  @Test
  void aRowMovedToAnotherAccountOpensNeither() {
    var ana = staff.member(Role.AGENT);
    var eve = staff.member(Role.AGENT);
    sql.sql(
            """
            update people.account a set totp_sealed = b.totp_sealed from people.account b
            where (a.id, b.id) in ((:ana, :eve), (:eve, :ana))
            """)
        .param("ana", ana.id())
        .param("eve", eve.id())
        .update();
    assertThat(opens(port, ana)).isFalse();
    assertThat(opens(port, new Member(ana.id(), ana.email(), eve.totp(), List.of()))).isFalse();
    assertThat(opens(port, new Member(eve.id(), eve.email(), ana.totp(), List.of()))).isFalse();
  }

  @Test
  void whatAnEarlierVersionLeftOpenIsSealedAtTheStart(@TempDir Path elsewhere) throws IOException {
    var member = staff.member(Role.AGENT);
    layOpen(member);
    var data = restored(elsewhere);
    try (var house = start(data)) {
      var there = house.getBean(JdbcClient.class);
      assertThat(
              there
                  .sql("select count(*) from people.account where totp_secret is not null")
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(signsInAt(house, member)).isTrue();
    }
    seal.renew(); // here too
    assertThat(opens(port, member)).isTrue();
  }

  @Test
  void signInWorksAfterABackupAndItsRestoreElsewhere(@TempDir Path elsewhere) throws IOException {
    var member = staff.member(Role.AGENT);
    var data = restored(elsewhere);
    assertThat(Files.readString(data.resolve("staff-keys")))
        .isEqualTo(Files.readString(shell.data().resolve("staff-keys")));
    try (var house = start(data)) {
      assertThat(signsInAt(house, member)).isTrue();
    }
  }

  private Path restored(Path elsewhere) {
    var file = elsewhere.resolve("backup.tar.gz").toString();
    var data = elsewhere.resolve("data");
    folder("backup", "--data", shell.data().toString(), "--to", file);
    folder("restore", file, "--data", data.toString());
    return data;
  }

  private static void folder(String... words) {
    var quiet = new PrintStream(PrintStream.nullOutputStream());
    assertThat(FolderCommand.run(List.of(words), quiet, System.err)).isZero();
  }

  private static ConfigurableApplicationContext start(Path data) {
    return SpringApplication.run(
        Foyal.class, "--server.port=0", "--management.server.port=0", "--foyal.shell.data=" + data);
  }

  private boolean signsInAt(ConfigurableApplicationContext house, Member member) {
    house.getBean(JdbcClient.class).sql("update people.account set totp_last_step = 0").update();
    return opens(
        house.getEnvironment().getRequiredProperty("local.server.port", Integer.class), member);
  }

  @Test
  void aNewKeySealsAllAnewAndEverybodyKeepsTheSecondStep() throws IOException {
    var member = staff.member(Role.AGENT);
    var invited = staff.invited(Role.AGENT);
    var before = sealed(member);
    assertThat(seal.renew()).isZero();
    assertThat(java.util.Arrays.copyOf(sealed(member), 9))
        .isNotEqualTo(java.util.Arrays.copyOf(before, 9));
    assertThat(opens(port, member)).isTrue();
    assertThat(
            new Visitor(port).get(invited.address().replaceFirst("^https?://[^/]+", "")).status())
        .isEqualTo(200);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(seal.path())))
        .isEqualTo("rw-------");
  }

  private byte[] sealed(Member member) {
    return sql.sql("select totp_sealed from people.account where id = :id")
        .param("id", member.id())
        .query(byte[].class)
        .single();
  }
}

package org.foyal.people.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The keys that seal, their file, and what is said when it is not there.
@HouseTest
class KeysOfTheSealTest {
  private static final byte[] SECRET = "twenty bytes, secret".getBytes(StandardCharsets.UTF_8);

  @Autowired SealStore store;
  @Autowired ShellSettings shell;
  @TempDir Path folder;

  private Seal with(Path file) {
    return new Seal(store, new KeySettings(file.toString()), shell);
  }

  @Test
  void whatIsSealedOpensUnderItsNameAndIsNeverTwiceTheSame() {
    var key = SealKey.fresh();
    var sealed = key.seal("account:1", SECRET);
    assertThat(key.open("account:1", sealed)).contains(SECRET);
    assertThat(key.open("account:2", sealed)).isEmpty();
    assertThat(key.seal("account:1", SECRET)).isNotEqualTo(sealed);
    assertThat(SealKey.fresh().sealed(sealed)).isFalse();
  }

  @Test
  void noByteOfWhatIsSealedCanBeAltered() {
    var key = SealKey.fresh();
    var sealed = key.seal("account:1", SECRET);
    for (int place = 0; place < sealed.length; place++) {
      var altered = sealed.clone();
      altered[place] ^= 1;
      assertThat(key.sealed(altered) && key.open("account:1", altered).isPresent()).isFalse();
    }
  }

  @Test
  void aSecondInstanceWithoutTheFileIsToldSoAndMakesNoKeyOfItsOwn() {
    var missing = folder.resolve("staff-keys");
    assertThatThrownBy(() -> with(missing).sealAll())
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> {
              assertThat(refused)
                  .hasMessageContaining(missing.toString())
                  .hasMessageContaining("missing");
              assertThat(refused.cure()).contains("backup", "bin/staff new-key");
            });
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFileOfAnotherCityIsToldApart() {
    var other = folder.resolve("other-keys");
    new SealFile(other).make(SealKey.fresh());
    assertThatThrownBy(() -> with(other).sealAll())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not this database's");
  }

  @Test
  void theRightFileAtAnotherPlaceOpensTheHouse() throws IOException {
    var mounted = folder.resolve("mounted-keys");
    Files.copy(shell.data().resolve("staff-keys"), mounted);
    var seal = with(mounted);
    seal.sealAll();
    assertThat(seal.open("x", seal.close("x", SECRET))).contains(SECRET);
  }

  @Test
  void aFileWithSomethingElseInItIsRefused() throws IOException {
    for (var text : List.of("", "# only words\n", "not a key\n", "c2hvcnQ=\n")) {
      var file = Files.writeString(folder.resolve("odd-keys"), text);
      assertThatThrownBy(() -> new SealFile(file).read())
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("no key");
    }
  }

  @Test
  void theFileIsItsOwnersAloneAndTheFasterOfTwoIsKept() throws IOException {
    var file = new SealFile(folder.resolve("staff-keys"));
    var first = file.make(SealKey.fresh()).getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.make(SealKey.fresh()).getFirst().number()).isEqualTo(first.number());
    var fresh = SealKey.fresh();
    file.putFirst(fresh, file.read());
    assertThat(file.read())
        .extracting(SealKey::number)
        .containsExactly(fresh.number(), first.number());
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file.path());
    }
  }

  @Test
  void aKeySaysNothingOfItselfInALog() {
    var key = SealKey.fresh();
    assertThat(key.toString()).doesNotContain(key.written());
  }
}

package org.foyal.fibre.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.Cause;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.Delivered.Unreadable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A file as a whole: its letters, its packing, its columns, whose it is and of which day.
@HouseTest
class WholeFibreFilesTest {
  @Autowired FibreFiles files;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  private static String name() {
    return Delivering.name("0415");
  }

  private long rows() {
    return sql.sql("select count(*) from fibre.building").query(Long.class).single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
  void lettersAreReadInWhateverOfTheThreeEncodingsTheyAreWritten(String encoding) {
    var text = new Ipe().and("IMB/A", "NomVoieImmeuble", "DE L’ÉVÊQUE".replace('’', '\'')).text();
    var applied =
        delivering.bring(delivering.order(name(), text.getBytes(Charset.forName(encoding))));
    assertThat(applied).isInstanceOf(Applied.class);
    assertThat(street()).isEqualTo("DE L'ÉVÊQUE");
  }

  private String street() {
    return sql.sql("select street_name from fibre.building where superseded_at is null")
        .query(String.class)
        .single();
  }

  @Test
  void aByteOrderMarkIsNoLetterOfTheFirstColumn() {
    var text = "\uFEFF" + new Ipe().and("IMB/A").text();
    assertThat(delivering.bring(name(), text)).isInstanceOf(Applied.class);
    Delivering.clear(sql);
    assertThat(delivering.bring(name(), new Ipe().and("IMB/A").text())).isInstanceOf(Applied.class);
  }

  @Test
  void twoEncodingsInOneFileAreRefused() {
    var good = new Ipe().and("IMB/A", "NomVoieImmeuble", "ÉTÉ").text().getBytes(UTF_8);
    var bad = "É\n".getBytes(ISO_8859_1);
    var both = new byte[good.length + bad.length];
    System.arraycopy(good, 0, both, 0, good.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);
    assertThat(delivering.bring(delivering.order(name(), both))).isInstanceOf(Unreadable.class);
    assertThat(rows()).isZero();
  }

  @Test
  void aCompressedFileIsRead() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new Ipe().and("IMB/A").text().getBytes(UTF_8));
    }
    assertThat(delivering.bring(delivering.order(name(), packed.toByteArray())))
        .isInstanceOf(Applied.class);
  }

  @Test
  void bothSpellingsOfTheDayOfServiceAreRead() {
    var row = Ipe.building("IMB/A");
    row.remove("DateMiseEnServiceCommercialePM");
    row.put("DateMiseEnServiceCommercialPM", "20260401");
    Delivering.applied(delivering.bring(name(), new Ipe().and(row).text()));
    assertThat(
            sql.sql("select in_service_on::text from fibre.cabinet").query(String.class).single())
        .isEqualTo("2026-04-01");
  }

  @Test
  void aFileOfNoDayOrNoOperatorIsAskedForThem() {
    var text = new Ipe().and("IMB/A", "CodeOI", "").text();
    assertThat(delivering.bring("ipe.csv", text))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.NO_OPERATOR));
    var named = "x_EXMP_PM_IPEZMD_V30_20261350.csv";
    assertThat(delivering.bring(named, text))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.NO_DAY));
    assertThat(delivering.bring("x_EXMP_PM_IPEZMD_V30_00000101.csv", text))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.BAD_DAY));
    for (var day : List.of("0000-01-01", "1899-12-31", "2101-01-01")) {
      assertThat(delivering.bring(delivering.order(name(), text).with(Delivering.day(day))))
          .isInstanceOfSatisfying(
              Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.BAD_DAY));
    }
    assertThat(delivering.bring("x_EXMP_PM_IPEZMD_V30_20990415.csv", text))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.FUTURE));
  }

  @Test
  void aFileThatIsOlderThanWhatStandsIsRefusedAsAWhole() {
    delivering.apply("0430", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    assertThat(delivering.bring(name(), new Ipe().and("IMB/A").text()))
        .isInstanceOfSatisfying(
            Unfit.class,
            one -> {
              assertThat(one.cause()).isEqualTo(Cause.OLDER);
              assertThat(one.arguments()).containsExactly("2026-04-15", "2026-04-30");
            });
  }

  @Test
  void aMissingColumnIsNamed() {
    var row = Ipe.building("IMB/A");
    row.remove("ReferencePM");
    assertThat(delivering.bring(name(), new Ipe().and(row).text()))
        .isInstanceOfSatisfying(
            Unreadable.class,
            one -> assertThat(one.refusal().arguments()).startsWith("ReferencePM"));
    assertThat(delivering.bring(name(), "a;b\n1;2\n")).isInstanceOf(Unreadable.class);
    assertThat(delivering.bring(name(), "{\"type\":\"FeatureCollection\",\"features\":[]}"))
        .isInstanceOf(Unreadable.class);
  }
}

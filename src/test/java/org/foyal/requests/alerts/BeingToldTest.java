package org.foyal.requests.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.requests.moderation.Moderation;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// One letter a day to whoever confirmed, and a feed for programs; neither says what nobody has
/// read.
@HouseTest
class BeingToldTest {
  private static final Pattern CONFIRM = Pattern.compile("http://localhost:\\d+(/\\S+)");

  @Autowired MockMvcTester web;
  @Autowired Alerts alerts;
  @Autowired Moderation moderation;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired JdbcClient sql;

  private final Optional<Area> here =
      Optional.of(area("a" + UUID.randomUUID().toString().substring(0, 8)));
  private Filed filed;

  private static Area area(String code) {
    return new Area(code, Area.Kind.IRIS, "Quartier " + code, null, null, null, true, null);
  }

  @BeforeEach
  void aCategory() {
    filed = Filed.in(requests, categories);
  }

  private String letterTo(String address, String like) {
    return sql.sql(
            """
            select body from post.letter where address = :address and body like :like
            order by id desc limit 1
            """)
        .param("address", address)
        .param("like", "%" + like + "%")
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// Follows the neighbourhood of this test, and opens the link of the letter.
  private String follow() {
    var address = "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    alerts.follow(address, here, Language.FR, "2001:db8:77::1");
    var link = CONFIRM.matcher(letterTo(address, here.orElseThrow().name()));
    assertThat(link.find()).isTrue();
    assertThat(web.post().uri(link.group(1)).exchange()).hasStatusOk();
    return address;
  }

  private MvcTestResult post(String path, String address) {
    return web.post().uri(path).param("address", address).exchange();
  }

  /// Files a report that lies in the neighbourhood of this test.
  private Filed.Keys report(String words) {
    var keys = filed.report(words);
    sql.sql("update requests.report set area = :area where reference = :reference")
        .param("area", here.orElseThrow().code())
        .param("reference", keys.reference().signs())
        .update();
    return keys;
  }

  @Test
  void whoeverFollowsTheWholeCityGetsALetterToConfirm() {
    var address = "a" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    assertThat(post("/fr/reports/follow", address)).hasStatusOk();
    assertThat(letterTo(address, "toute la ville")).isNotEmpty();
  }

  @Test
  void whoeverConfirmedIsToldOnceOfWhatCameAfter() {
    report("Avant.");
    assertThat(alerts.tell(here)).as("nobody follows").isFalse();
    var address = follow();
    assertThat(alerts.tell(here)).as("nothing is new").isFalse();
    var keys = report("Un secret que personne n’a lu.");
    assertThat(alerts.tell(here)).isTrue();
    assertThat(letterTo(address, keys.reference().toString()))
        .contains("Trou " + filed.category(), "/fr/reports/" + keys.reference())
        .doesNotContain("secret", "devant l’école");
    assertThat(alerts.tell(here)).as("nobody is told twice").isFalse();
  }

  @Test
  void anAddressThatIsNoneIsToldAndOneThatIsGetsALetter() {
    assertThat(post("/fr/reports/follow", "pas une adresse")).hasStatus(422);
    assertThat(post("/fr/reports/follow?area=no-such", "b@example.org")).hasStatusOk();
    assertThat(web.get().uri("/fr/reports/follow").exchange())
        .hasStatusOk()
        .bodyText()
        .contains("toute la ville", "RSS");
  }

  @Test
  void theFeedIsRssAndHoldsWordsOnceTheyAreShown() throws Exception {
    var keys = filed.report("<script>alert(1)</script> & un trou");
    var before = feed();
    assertThat(before).contains(keys.reference().toString()).doesNotContain("un trou");
    moderation.show(Actor.CONSOLE, keys.reference());
    var after = feed();
    assertThat(after).contains("&amp;lt;script", "un trou").doesNotContain("<script", "&lt;script");
  }

  private String feed() throws Exception {
    var answer =
        web.get().uri("/api/reports.rss?category=" + filed.category()).exchange().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).startsWith("application/rss+xml");
    var bytes = answer.getContentAsByteArray();
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("rss");
    assertThat(document.getElementsByTagName("item").getLength()).isOne();
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }
}

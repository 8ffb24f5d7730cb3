package org.foyal.innovation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.InnovationSettings;
import org.foyal.innovation.directory.Listing.State;
import org.foyal.innovation.voice.Tongue;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever asks to be in the directory confirms it by a letter, is looked at, and leaves when they
/// like.
@HouseTest
class AskingToBeListedTest {
  private static final Pattern LINK = Pattern.compile("/directory/([0-9a-f-]{36})/([\\w-]+)");

  @Autowired Directory directory;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private record Link(UUID id, String token) {}

  private static String rna() {
    return "W9M1%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
  }

  private static Wish wish(String number, String email) {
    return new Wish(
        UUID.randomUUID(),
        "ASSOCIATION",
        "Les Ateliers " + number,
        number,
        "Nous réparons.",
        "https://www.example.org/qui",
        "CITY",
        email,
        Tongue.FR,
        false);
  }

  private Link asked(String number) {
    var email = CallFixture.someEmail();
    assertThat(directory.ask(wish(number, email))).isEqualTo(new Asking.Asked());
    var body =
        sql.sql("select body from post.letter where address = :a")
            .param("a", email)
            .query(String.class)
            .single();
    var link = LINK.matcher(body);
    assertThat(link.find()).isTrue();
    return new Link(UUID.fromString(link.group(1)), link.group(2));
  }

  private State state(Link link) {
    return directory.open(link.id(), link.token()).orElseThrow().state();
  }

  @Test
  void itIsShownOnceItIsConfirmedAndLookedAt() {
    var link = asked(rna());
    assertThat(directory.show(Actor.CONSOLE, link.id())).isEqualTo(new Asking.NotThere());
    assertThat(directory.confirm(link.id(), link.token())).isEqualTo(new Asking.Done());
    assertThat(directory.listShown()).extracting(Listing::id).doesNotContain(link.id());
    assertThat(directory.show(Actor.CONSOLE, link.id())).isEqualTo(new Asking.Done());
    assertThat(directory.listShown()).extracting(Listing::id).contains(link.id());
    assertThat(web.get().uri("/en/directory").exchange())
        .bodyText()
        .contains("Nous réparons.")
        .doesNotContain("@example.org");
  }

  @Test
  void openingTheLinkChangesNothing() {
    var link = asked(rna());
    assertThat(web.get().uri("/fr/directory/" + link.id() + "/" + link.token()).exchange())
        .hasStatusOk();
    assertThat(state(link)).isEqualTo(State.ASKED);
  }

  @Test
  void theSameCompanyIsThereOnce() {
    var number = rna();
    var first = asked(number);
    var second = asked(number);
    directory.confirm(first.id(), first.token());
    assertThat(directory.confirm(second.id(), second.token()))
        .isEqualTo(new Asking.ListedAlready());
    assertThat(directory.ask(wish(number, CallFixture.someEmail())))
        .isEqualTo(new Asking.ListedAlready());
  }

  @Test
  void theyLeaveByTheirOwnLinkAndNothingStays() {
    var link = asked(rna());
    directory.confirm(link.id(), link.token());
    assertThat(
            web.post()
                .uri("/fr/directory/" + link.id() + "/" + link.token())
                .with(csrf())
                .param("act", "leave")
                .exchange())
        .hasStatusOk();
    assertThat(directory.open(link.id(), link.token())).isEmpty();
  }

  @Test
  void aWrongNumberAddressOrWebsiteIsTold() {
    var odd =
        new Wish(
            UUID.randomUUID(),
            "COMPANY",
            "",
            "73282932000075",
            "",
            "javascript:alert(1)",
            "MOON",
            "nobody",
            Tongue.FR,
            false);
    assertThat(directory.ask(odd))
        .isEqualTo(
            new Asking.Refused(
                Map.of(
                    "name", "innovation.problem.name",
                    "registration", "innovation.problem.registration",
                    "about", "innovation.problem.about",
                    "website", "innovation.problem.website",
                    "origin", "innovation.problem.origin",
                    "email", "innovation.problem.email")));
  }

  @Test
  void whoeverIsNotShownIsToldWhy() {
    var link = asked(rna());
    directory.confirm(link.id(), link.token());
    assertThat(directory.refuse(Actor.CONSOLE, link.id(), "")).isInstanceOf(Asking.Refused.class);
    directory.refuse(Actor.CONSOLE, link.id(), "Le site n’existe pas.");
    assertThat(directory.open(link.id(), link.token()).orElseThrow().reason())
        .isEqualTo("Le site n’existe pas.");
  }

  @Test
  void whatNobodyConfirmedIsForgotten() {
    var link = asked(rna());
    sql.sql("update innovation.listing set asked_at = now() - interval '20 days' where id = :id")
        .param("id", link.id())
        .update();
    directory.forgetOld(new InnovationSettings(20, 60, 1095, 14));
    assertThat(directory.open(link.id(), link.token())).isEmpty();
  }
}

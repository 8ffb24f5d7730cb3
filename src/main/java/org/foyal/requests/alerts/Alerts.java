package org.foyal.requests.alerts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.post.subscriptions.Asking;
import org.foyal.post.subscriptions.News;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.post.subscriptions.Topic;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells whoever follows a neighbourhood, or the whole city, what was reported there since the last
/// time; one letter a topic, however much there is.
@Service
class Alerts {
  /// The end of the topic of whoever follows the whole city.
  static final String ALL = "all";

  private static final int MOST_TOLD = 15;

  private final Requests requests;
  private final Territory territory;
  private final Subscriptions subscriptions;
  private final AlertStore store;
  private final Words words;
  private final SiteAddress site;

  Alerts(
      Requests requests,
      Territory territory,
      Subscriptions subscriptions,
      AlertStore store,
      Words words,
      SiteAddress site) {
    this.requests = requests;
    this.territory = territory;
    this.subscriptions = subscriptions;
    this.store = store;
    this.words = words;
    this.site = site;
  }

  /// The topic of a neighbourhood, or of the whole city.
  Topic topic(Optional<Area> area) {
    var titles = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      titles.put(
          language,
          area.map(one -> words.say(language, "requests.alerts.of", one.name()))
              .orElseGet(() -> words.say(language, "requests.alerts.all")));
    }
    return new Topic(key(area.map(Area::code).orElse(ALL)), titles);
  }

  /// The key of the topic of an area.
  static String key(String area) {
    return "requests.area." + area.toLowerCase(java.util.Locale.ROOT);
  }

  /// The areas that can be followed; nothing stands for the whole city.
  List<Optional<Area>> areas() {
    return Stream.concat(
            Stream.of(Optional.<Area>empty()),
            territory.listAreas(Area.Kind.IRIS).stream().map(Optional::of))
        .toList();
  }

  /// Takes a wish to follow an area, or the whole city. The first one to follow it is told of what
  /// comes after, be it the first report of a quiet neighbourhood.
  ///
  /// @param address as it was typed
  /// @param from the network address of the sender
  @Transactional
  Asking follow(String address, Optional<Area> area, Language language, String from) {
    var topic = topic(area);
    if (store.last(topic.key()).isEmpty()) {
      var newest = requests.since(area.map(Area::code), 0, 1);
      store.told(topic.key(), newest.isEmpty() ? 0 : newest.getFirst().caseId());
    }
    return subscriptions.ask(address, topic, language, from);
  }

  /// Tells of one area, or of the whole city; whether a letter leaves. While optional letters wait
  /// nothing is told, so that one letter says it all afterwards, not one for each day.
  @Transactional
  boolean tell(Optional<Area> area) {
    if (subscriptions.paused()) {
      return false;
    }
    var topic = key(area.map(Area::code).orElse(ALL));
    var last = store.last(topic);
    if (last.isEmpty()) {
      return false; // nobody has ever followed it
    }
    var newest = requests.since(area.map(Area::code), last.get(), MOST_TOLD + 1);
    if (newest.isEmpty()) {
      return false;
    }
    store.told(topic, newest.getFirst().caseId());
    return subscriptions.tell(topic, news(newest, area)).queued() > 0;
  }

  private News news(List<Report> newest, Optional<Area> area) {
    var letters = new EnumMap<Language, News.Words>(Language.class);
    for (var language : Language.values()) {
      var place = area.map(Area::name).orElseGet(() -> words.say(language, "requests.alerts.city"));
      letters.put(
          language,
          new News.Words(
              words.say(language, "requests.alerts.subject", place),
              text(language, newest, area, place)));
    }
    return new News("until." + newest.getFirst().caseId(), Map.copyOf(letters));
  }

  private String text(Language language, List<Report> newest, Optional<Area> area, String place) {
    var text = new StringBuilder(words.say(language, "requests.alerts.hello", place)).append('\n');
    newest.stream()
        .limit(MOST_TOLD)
        .forEach(report -> {
          text.append("\n- ").append(report.title().in(language));
          if (report.open()) {
            text.append(", ").append(report.place());
          }
          text.append("\n  ").append(link(language, "/reports/" + report.reference())).append('\n');
        });
    if (newest.size() > MOST_TOLD) {
      text.append('\n')
          .append(words.say(language, "requests.alerts.more"))
          .append("\n  ")
          .append(link(language, "/reports" + area.map(one -> "?area=" + one.code()).orElse("")))
          .append('\n');
    }
    return text.toString();
  }

  private String link(Language language, String path) {
    return site.get() + "/" + language.code() + path;
  }
}

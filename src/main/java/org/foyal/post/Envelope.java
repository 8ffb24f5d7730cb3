package org.foyal.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Makes a letter ready for its way: an e-mail message, or the text to print; an optional letter
/// gets its link to STOP here.
@Component
class Envelope {
  private final PostSettings settings;
  private final ShellSettings city;
  private final SiteAddress site;
  private final Signatures signatures;
  private final Words words;

  Envelope(
      PostSettings settings,
      ShellSettings city,
      SiteAddress site,
      Signatures signatures,
      Words words) {
    this.settings = settings;
    this.city = city;
    this.site = site;
    this.signatures = signatures;
    this.words = words;
  }

  /// The text as the person reads it; empty once it was deleted.
  String text(Posted letter) {
    if (letter.text() == null) {
      return "";
    }
    return stopLink(letter)
        .map(link ->
            letter.text()
                + "\n\n-- \n"
                + words.say(letter.language(), "post.stop.how")
                + "\n"
                + link)
        .orElse(letter.text());
  }

  /// The message, the same at every attempt.
  MimeMessage message(Session session, Posted letter) throws MessagingException {
    var message = new SameIdMessage(session, letter.messageId());
    message.setFrom(named(settings.sender()));
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, to(letter));
    if (letter.replyTo() != null) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo(), true)});
    }
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(letter.queuedAt()));
    message.setText(text(letter), StandardCharsets.UTF_8.name());
    message.setContentLanguage(new String[] {letter.language().code()});
    message.setHeader("Auto-Submitted", "auto-generated");
    var stop = stopLink(letter);
    if (stop.isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + stop.get() + ">");
      if (stop.get().startsWith("https:")) {
        // RFC 8058 knows one-click over HTTPS only
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
    }
    message.saveChanges();
    return message;
  }

  private static InternetAddress to(Posted letter) throws MessagingException {
    return new InternetAddress(letter.address(), true);
  }

  private InternetAddress named(String address) throws MessagingException {
    try {
      return new InternetAddress(address, city.title(), StandardCharsets.UTF_8.name());
    } catch (java.io.UnsupportedEncodingException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private Optional<String> stopLink(Posted letter) {
    if (letter.kind() != Letter.Kind.OPTIONAL) {
      return Optional.empty();
    }
    return Optional.of(
        site.get()
            + "/"
            + letter.language().code()
            + StopPage.PATH
            + "/"
            + signatures.token(letter.addressee()));
  }

  /// Keeps the Message-ID of the first attempt, by which a double can be told.
  private static final class SameIdMessage extends MimeMessage {
    private final String id;

    private SameIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

package org.foyal.post;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/// The mail server, as the settings describe it.
@Component
class Smtp {
  /// Each step of the talk may take so long; a letter needs about ten steps, see [Carrier#LEASE].
  private static final String PATIENCE_ms = "20000";

  private static final int TLS_FROM_THE_FIRST_BYTE = 465;

  private final PostSettings settings;
  private final Envelope envelope;
  private final Session session;

  Smtp(PostSettings settings, Envelope envelope) {
    this.settings = settings;
    this.envelope = envelope;
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.smtpHost());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.smtpUser().isBlank()));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_ms);
    properties.setProperty("mail.smtp.timeout", PATIENCE_ms);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_ms);
    if (settings.smtpPort() == TLS_FROM_THE_FIRST_BYTE) {
      properties.setProperty("mail.smtp.ssl.enable", "true");
    } else if (settings.smtpStarttls()) {
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
    }
    session = Session.getInstance(properties);
  }

  /// A line to the server, opened with the first letter and kept for the letters of one round.
  Line line() throws MessagingException {
    return new Line(session.getTransport());
  }

  final class Line implements AutoCloseable {
    private final Transport transport;

    private Line(Transport transport) {
      this.transport = transport;
    }

    Delivery send(Posted letter) {
      MimeMessage message;
      try {
        message = envelope.message(session, letter);
      } catch (MessagingException e) {
        return new Delivery.RefusedForGood(said(e));
      }
      try {
        connect();
      } catch (MessagingException e) {
        return new Delivery.LineDown(said(e));
      }
      try {
        transport.sendMessage(message, message.getAllRecipients());
        return new Delivery.Accepted();
      } catch (SendFailedException e) {
        return isForGood(e) ? new Delivery.RefusedForGood(said(e)) : new Delivery.NotNow(said(e));
      } catch (MessagingException e) {
        return transport.isConnected()
            ? new Delivery.NotNow(said(e))
            : new Delivery.LineDown(said(e));
      }
    }

    private void connect() throws MessagingException {
      if (transport.isConnected()) {
        return;
      }
      if (settings.smtpUser().isBlank()) {
        transport.connect();
      } else {
        transport.connect(settings.smtpUser(), settings.smtpPassword());
      }
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException _) {
        // The letters of this round have their answers already; the server will notice by itself.
      }
    }
  }

  /// A refused mailbox or content (5yz) is for good. A refused sender is ours to mend, so that the
  /// letter waits.
  private static boolean isForGood(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      boolean noSuchMailbox =
          e instanceof SMTPAddressFailedException mailbox && mailbox.getReturnCode() >= 500;
      boolean unwantedContent =
          e instanceof SMTPSendFailedException content
              && content.getReturnCode() >= 500
              && "DATA".equals(content.getCommand());
      if (noSuchMailbox || unwantedContent) {
        return true;
      }
    }
    return false;
  }

  /// The deepest words are the server's own.
  private static String said(MessagingException failure) {
    Exception deepest = failure;
    for (Exception e = failure; e != null; e = next(e)) {
      deepest = e;
    }
    return Wording.reason(String.valueOf(deepest.getMessage()));
  }

  private static @org.jspecify.annotations.Nullable Exception next(Exception e) {
    return e instanceof MessagingException chained ? chained.getNextException() : null;
  }
}

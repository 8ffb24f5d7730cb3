package org.foyal.requests.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.foyal.requests.open311.Tree.Group;
import org.foyal.requests.open311.Tree.Listed;
import org.foyal.requests.open311.Tree.Value;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// The two forms of the standard (GeoReport v2, « Format Support »): the ending of an address says
/// which.
enum Form {
  /// XML without a schema and without namespaces.
  XML("text", "xml") {
    @Override
    byte[] write(Tree tree, JsonMapper json) {
      var bytes = new ByteArrayOutputStream();
      try {
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        element(tree, xml);
        xml.writeEndDocument();
        xml.close();
      } catch (XMLStreamException memory) {
        throw new IllegalStateException(memory);
      }
      return bytes.toByteArray();
    }
  },
  /// JSON by the Spark convention.
  JSON("application", "json") {
    @Override
    byte[] write(Tree tree, JsonMapper json) {
      return json.writeValueAsBytes(tree.json());
    }
  };

  private final String type;
  private final String subtype;

  Form(String type, String subtype) {
    this.type = type;
    this.subtype = subtype;
  }

  /// The form that an address ends on; XML, which every client reads, where it ends on neither.
  static Form of(String address) {
    return address.endsWith(".json") ? JSON : XML;
  }

  /// Its name in `Content-Type`.
  MediaType type() {
    return new MediaType(type, subtype, StandardCharsets.UTF_8);
  }

  /// Its name without the encoding, as service discovery lists it.
  String listed() {
    return type + "/" + subtype;
  }

  /// The ending of addresses.
  String ending() {
    return "." + subtype;
  }

  abstract byte[] write(Tree tree, JsonMapper json);

  private static void element(Tree tree, XMLStreamWriter xml) throws XMLStreamException {
    if (tree instanceof Value(_, var value) && value == null) {
      xml.writeEmptyElement(tree.name());
      return;
    }
    xml.writeStartElement(tree.name());
    switch (tree) {
      case Value(_, var value) -> xml.writeCharacters(legal(String.valueOf(value)));
      case Group(_, var parts) -> {
        for (var part : parts) {
          element(part, xml);
        }
      }
      case Listed(_, var items) -> {
        for (var item : items) {
          element(item, xml);
        }
      }
    }
    xml.writeEndElement();
  }

  /// XML 1.0 has no way to write most control characters, not even as a number (production 2).
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}

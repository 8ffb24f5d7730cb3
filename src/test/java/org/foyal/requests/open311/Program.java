package org.foyal.requests.open311;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.foyal.people.Actor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Another program, with a key of its own, that speaks Open311.
record Program(MockMvcTester web, String key) {
  static Program with(MockMvcTester web, Clients clients) {
    return new Program(
        web,
        clients
            .add(
                Actor.CONSOLE,
                UUID.randomUUID(),
                "p" + UUID.randomUUID().toString().substring(0, 8),
                "p@example.org",
                false)
            .orElseThrow());
  }

  MvcTestResult get(String address) {
    return web.get().uri("/open311/" + address).exchange();
  }

  /// Sends a form as the standard wants it.
  MvcTestResult post(String address, String... fields) {
    var request =
        web.post()
            .uri("/open311/v2/" + address)
            .contentType(MediaType.valueOf("application/x-www-form-urlencoded; charset=utf-8"))
            .param("api_key", key);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  static String body(MvcTestResult answer) throws IOException {
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  /// What an XPath finds in an answer.
  static String at(MvcTestResult answer, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, xml(answer));
  }

  static Document xml(MvcTestResult answer)
      throws IOException, SAXException, ParserConfigurationException, XPathExpressionException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body(answer))));
  }
}

package org.tandemsync.dav.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as real servers give them; see docs/servers.md. */
class MultiStatusTest {

  private static MultiStatus<Response> read(String xml) throws IOException, XMLStreamException {
    return MultiStatus.read(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), null, true, r -> r);
  }

  private static Response only(String response) throws IOException, XMLStreamException {
    List<Response> rows =
        read("<D:multistatus xmlns:D=\"DAV:\"><D:response>"
                + response
                + "</D:response></D:multistatus>")
            .rows();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  @Test
  void radicalesSyncHasItsTokenFirst() throws Exception {
    MultiStatus<Response> answer =
        read(
            "<?xml version='1.0' encoding='utf-8'?>\n<multistatus"
                + " xmlns=\"DAV:\"><sync-token>http://radicale.org/ns/sync/46</sync-token>"
                + "<response><href>/alice/cal/sp%20ace.ics</href><propstat><prop><getetag>\"43ea\""
                + "</getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response>"
                + "<response><href>/alice/cal/gone.ics</href><status>HTTP/1.1 404 Not"
                + " Found</status></response></multistatus>");
    assertThat(answer.token()).contains(new SyncToken("http://radicale.org/ns/sync/46"));
    assertThat(answer.rows()).hasSize(2);
    Response.Properties there = (Response.Properties) answer.rows().get(0);
    assertThat(there.href()).isEqualTo("/alice/cal/sp%20ace.ics");
    assertThat(there.etag()).contains(new ETag(false, "43ea"));
    assertThat(answer.rows().get(1))
        .isEqualTo(new Response.Status("/alice/cal/gone.ics", 404, Preconditions.NONE));
  }

  @Test
  void propertiesThatFailedAreNotFound() throws Exception {
    Response response =
        only(
            "<D:href>/c/</D:href><D:propstat><D:status>HTTP/1.1 200 OK</D:status><D:prop>"
                + "<D:displayname>Ü</D:displayname></D:prop></D:propstat><D:propstat>"
                + "<D:status>HTTP/1.1 404 Not Found</D:status><D:prop><D:getetag>\"no\"</D:getetag>"
                + "</D:prop></D:propstat>");
    Response.Properties properties = (Response.Properties) response;
    assertThat(properties.text(Names.DISPLAYNAME)).isEqualTo("Ü");
    assertThat(properties.etag()).isEmpty();
  }

  @Test
  void aStatusBesidePropertiesDoesNotHideThem() throws Exception {
    Response response =
        only(
            "<D:href>/c/a.ics</D:href><D:status>HTTP/1.1 201 Created</D:status><D:propstat><D:prop>"
                + "<D:getetag>\"gcs1\"</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status>"
                + "</D:propstat>");
    assertThat(((Response.Properties) response).etag()).contains(new ETag(false, "gcs1"));
  }

  @Test
  void xandikosRefusesInsideA207() throws Exception {
    Response response =
        only(
            "<D:href>http%3A//127.0.0.1%3A1/c/dup.ics</D:href><D:status>HTTP/1.1 412 Precondition"
                + " Failed</D:status><D:error><C:no-uid-conflict"
                + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/></D:error><D:responsedescription>UID"
                + " already in use.</D:responsedescription>");
    Response.Status status = (Response.Status) response;
    assertThat(status.status()).isEqualTo(412);
    assertThat(status.error().has("no-uid-conflict")).isTrue();
    assertThat(status.error().text()).isEqualTo("UID already in use.");
  }

  @Test
  void oneStatusMayBeAboutSeveralHrefs() throws Exception {
    assertThat(
            read("<D:multistatus"
                     + " xmlns:D=\"DAV:\"><D:response><D:href>/a</D:href><D:href>/b</D:href><D:status>HTTP/1.1"
                     + " 403 Forbidden</D:status></D:response></D:multistatus>")
                .rows())
        .extracting(Response::href)
        .containsExactly("/a", "/b");
  }

  @Test
  void aStatusThatCannotBeReadIsNoSuccess() throws Exception {
    Response response = only("<D:href>/a</D:href><D:status>fine, thanks</D:status>");
    assertThat(((Response.Status) response).status()).isZero();
  }

  @Test
  void controlCharactersAreReplacedAndReferencesToThemKept() throws Exception {
    Response response =
        only(
            "<D:href>/a</D:href><D:propstat><D:prop><D:displayname>a\fb&#11;c&amp;</D:displayname>"
                + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>");
    assertThat(((Response.Properties) response).text(Names.DISPLAYNAME))
        .isEqualTo("a\uFFFDb\u000Bc&");
  }

  @Test
  void blankSpaceBeforeTheDeclarationIsSkipped() throws Exception {
    assertThat(read(" \r\n\uFEFF<?xml version='1.0'?><multistatus xmlns='DAV:'/>").rows())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Welcome</body></html>",
        "<multistatus/>",
        "<multistatus xmlns='DAV:'><response><href>/a</href>",
        "<multistatus xmlns='DAV:'><response></multistatus>",
        "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><multistatus xmlns='DAV:'>"
            + "<response><href>&x;</href></response></multistatus>",
      })
  void whatIsNoMultistatusIsAnError(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void endlessNestingIsAnError() {
    String deep = "<x>".repeat(10_000);
    assertThatThrownBy(() -> read("<multistatus xmlns='DAV:'><response>" + deep))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void aHundredThousandEscapesAreNoAttack() throws Exception {
    Response response =
        only(
            "<D:href>/a</D:href><D:propstat><D:prop><D:displayname>"
                + "&#13;".repeat(200_000)
                + "</D:displayname></D:prop></D:propstat>");
    assertThat(((Response.Properties) response).get(Names.DISPLAYNAME).orElseThrow().text())
        .hasSize(200_000);
  }
}

package io.github.ipclint.plugin;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.apache.maven.doxia.sink.Sink;
import org.junit.jupiter.api.Test;

class SitePageTest {
    @Test
    void leadsToEveryFindingOfTheAuditReport() {
        Sink sink = mock(Sink.class);
        SitePage.write("""
                {"verdict":"fail","counts":"1 error","coverage":"analysed 1 of 1 function","maps":["<svg></svg>"],
                 "findings":[{"level":"error","message":"<b>lost","place":"a.c:1:2","rule":"fd-leak","anchor":"f-0123456789ab"}]}""",
                "ipclint.html", sink);
        verify(sink).text("IPC audit: fail, 1 error");
        verify(sink).rawText("<svg></svg>");
        var order = inOrder(sink);
        order.verify(sink).link("./ipclint.html#f-0123456789ab");
        order.verify(sink).text("<b>lost");
    }
}

"""A proxy between Tandem and a server, for scripts that count what is asked or do something meanwhile."""

import http.client
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def serve(root, noted, around=lambda method: None):
    """Hands each request on to root, one connection for each; the answer is the proxy's own address.

    noted(method, path, body) is called with each. around(method) may give a function that is called with "before" and "after"
    what the server does; if it says yes "after", the answer is lost. If it gives an event "before", the proxy gives up at once
    (504), and the request reaches the server when the event is set.
    """
    backend = urllib.parse.urlsplit(root)

    def onward(method, path, headers, body):
        """The server's answer and its body."""
        connection = http.client.HTTPConnection(backend.hostname, backend.port, timeout=300)
        sent = {k: v for k, v in headers.items() if k.lower() not in ("connection", "accept-encoding")}
        connection.request(method, path, body, {**sent, "Connection": "close"})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    class Between(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_one_request(self):
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            noted(self.command, self.path, body)
            what = around(self.command)
            late = what("before") if what else None
            request = self.command, self.path, dict(self.headers), body
            if late:
                threading.Thread(target=lambda: late.wait(60) and onward(*request) and what("after"), daemon=True).start()
                self.send_response_only(504, "Gateway Timeout")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            answer, content = onward(*request)
            if what and what("after"):
                self.close_connection = True
                self.connection.close()
                return
            self.send_response_only(answer.status, answer.reason)
            for name, value in answer.getheaders():
                if name.lower() not in ("connection", "transfer-encoding", "content-length", "keep-alive"):
                    self.send_header(name, value)
            if answer.status not in (204, 304):
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def handle(self):
            try:
                super().handle()
            except (OSError, ValueError):
                pass  # who asked is gone

        def log_message(self, *_):
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    proxy.daemon_threads = True
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{proxy.server_port}"

#!/usr/bin/env python3
"""Opens a page in headless Chromium and fails where it complains or asks for anything: browser.py BROWSER PAGE.html

The page must be whole in itself: no message of the console, no exception, no breach of its content security policy,
no request but for the file itself, and no scrolling sideways on a narrow screen. It is opened light and dark, at
360 and at 1280 pixels. The browser is spoken to over its debugging pipe, so nothing but Python is needed.
"""
import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time

VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (360, 1280)]
SETTLE = 0.7  # seconds in which a page may still say something after it has loaded
PATIENCE = 60  # seconds for any one answer


class Browser:
    def __init__(self, program, profile):
        to_child, self.out = os.pipe()
        self.inn, from_child = os.pipe()

        def descriptors():
            # Chromium reads commands from 3 and answers on 4.
            high_in, high_out = os.dup2(to_child, 63), os.dup2(from_child, 64)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        arguments = ["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
                     "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                     "--disable-sync", "--no-default-browser-check", f"--user-data-dir={profile}", "about:blank"]
        self.process = subprocess.Popen([program, *arguments], preexec_fn=descriptors, close_fds=False,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.buffer, self.last, self.events = b"", 0, []

    def receive(self, until):
        """One message, or None when the time is up."""
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.inn], [], [], max(0, until - time.monotonic()))
            if not ready:
                return None
            data = os.read(self.inn, 1 << 16)
            if not data:
                raise SystemExit("the browser ended early")
            self.buffer += data
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def call(self, method, session=None, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            answer = self.receive(until)
            if answer is None:
                raise SystemExit(f"{method}: no answer from the browser")
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def collect(self, seconds, stop_at=None):
        """Takes in events for a while, or until one of a name has come."""
        until = time.monotonic() + seconds
        while True:
            if any(event.get("method") == stop_at for event in self.events):
                return True
            event = self.receive(until)
            if event is None:
                return False
            self.events.append(event)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def complaint(event, page):
    """What an event holds against the page; None where it is harmless."""
    method, params = event.get("method"), event.get("params", {})
    if method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
        return f"console {params['type']}: {[a.get('value', a.get('description')) for a in params['args']]}"
    if method == "Runtime.exceptionThrown":
        details = params["exceptionDetails"]
        return f"exception: {details.get('exception', {}).get('description', details['text'])}"
    if method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
        return f"{params['entry']['source']}: {params['entry']['text']}"
    if method == "Network.requestWillBeSent":
        url = params["request"]["url"]
        if not url.startswith(("data:", "blob:", "about:")) and url.partition("#")[0] != page:
            return f"request: {url}"
    return None


def look(browser, page, scheme, width):
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(f"{domain}.enable", session)
    browser.call("Emulation.setEmulatedMedia", session, features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=800, deviceScaleFactor=1,
                 mobile=False)
    browser.events.clear()
    browser.call("Page.navigate", session, url=page)
    faults = [] if browser.collect(PATIENCE, "Page.loadEventFired") else ["the page was not loaded in time"]
    browser.collect(SETTLE)
    measured = browser.call("Runtime.evaluate", session, returnByValue=True, expression=(
        "JSON.stringify({wide: document.documentElement.scrollWidth, view: innerWidth,"
        " text: document.body.innerText.length, lang: document.documentElement.lang, title: document.title})"))
    seen = json.loads(measured["result"]["value"])
    if seen["wide"] > seen["view"]:
        faults.append(f"scrolls sideways: {seen['wide']} pixels wide in a window of {seen['view']}")
    faults += [f"the page has no {name}" for name in ("text", "lang", "title") if not seen[name]]
    faults += filter(None, (complaint(event, page) for event in browser.events))
    browser.call("Target.closeTarget", targetId=target)
    return faults


def main():
    program, path = sys.argv[1:3]
    page = pathlib.Path(path).resolve().as_uri()
    found = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            for scheme, width in VIEWS:
                faults = look(browser, page, scheme, width)
                print(f"{scheme}, {width} pixels: {len(faults)} faults")
                for fault in faults:
                    print("   ", fault[:500], file=sys.stderr)
                found += len(faults)
        finally:
            browser.close()
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Plays the interlock of a machine, by HTTP or by MQTT, so that the contract can be tried without a machine.

  interlock.py --city https://foyal.example --machine UUID --user NAME --secret SECRET [--mqtt HOST:PORT]

Then, a line each: the token of a badge to begin, `more` to go on, `stop` to end, `offline` and `online` to lose the
city and to find it again (what happened meanwhile is told afterwards), `quit`. Without an answer it is off.
By MQTT it needs paho-mqtt (Debian: python3-paho-mqtt); by HTTP nothing but Python.
"""

import argparse
import base64
import datetime
import json
import queue
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid

PATIENCE_s = 10
ALIVE_s = 45


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")


class ByHttp:
    """Each message is one request; no answer is no power."""

    def __init__(self, asked):
        self.base = f"{asked.city.rstrip('/')}/api/fablab/machines/{asked.machine}/"
        key = f"{asked.user}:{asked.secret}".encode()
        self.key = "Basic " + base64.b64encode(key).decode()

    def say(self, what, body):
        request = urllib.request.Request(
            self.base + what,
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": self.key},
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_s) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            print("refused:", refused.code, refused.read(300).decode(errors="replace"))
        except (OSError, ValueError) as lost:
            print("no answer:", lost)
        return None


class ByMqtt:
    """Each message is published with QoS 1; its answer comes on a topic of this machine."""

    def __init__(self, asked):
        import paho.mqtt.client as mqtt

        self.topic = f"fablab/machines/{asked.machine}/"
        self.answers = queue.Queue()
        kind = getattr(mqtt, "CallbackAPIVersion", None)
        self.client = mqtt.Client(kind.VERSION1) if kind else mqtt.Client()
        self.client.username_pw_set(asked.user, asked.secret)
        self.client.on_connect = lambda client, *_: client.subscribe(self.topic + "answers", 1)
        self.client.on_message = lambda *it: self.answers.put(json.loads(it[2].payload))
        host, _, port = asked.mqtt.partition(":")
        self.client.connect(host, int(port or 1883), keepalive=ALIVE_s)
        self.client.loop_start()
        time.sleep(1)

    def say(self, what, body):
        while not self.answers.empty():
            self.answers.get()
        self.client.publish(self.topic + what, json.dumps(body), qos=1)
        try:
            return self.answers.get(timeout=PATIENCE_s)
        except queue.Empty:
            print("no answer")
            return None


class Interlock:
    """What the box at a machine does."""

    def __init__(self, door):
        self.door = door
        self.online = True
        self.kept = []  # what is told once the city is there again
        self.session = None
        self.sequence = 0
        self.badge = ""
        self.lock = threading.Lock()

    def tell(self, state, minutes):
        self.sequence += 1
        body = {
            "session": self.session,
            "sequence": self.sequence,
            "state": state,
            "badge": self.badge,
            "minutes": minutes,
            "at": now(),
            "extraction": True,
        }
        if state == "cancel":
            del body["minutes"]
        if not self.online:
            self.kept.append(body)
            print("offline: kept; the machine stays off, or finishes what it runs")
            return
        self.show(self.door.say("sessions", body), body)

    def show(self, answer, body):
        if answer is None:
            self.kept.append(body)
            print("POWER OFF (nobody answers)")
        else:
            power = "ON until " + answer["until"] if answer["power"] else "OFF"
            print(f"POWER {power} – {answer['message']}")

    def alive(self):
        while True:
            time.sleep(ALIVE_s)
            with self.lock:
                if self.online:
                    self.door.say("alive", {})

    def obey(self, line):
        if line == "offline":
            self.online = False
        elif line == "online":
            self.online = True
            waiting, self.kept = self.kept, []
            for body in waiting:
                self.show(self.door.say("sessions", body), body)
        elif line == "more" and self.session:
            self.tell("extend", 15)
        elif line == "stop" and self.session:
            self.tell("cancel", 0)
            self.session = None
        elif line in ("more", "stop"):
            print("nothing runs")
        elif line:
            self.session, self.sequence, self.badge = str(uuid.uuid4()), 0, line
            self.tell("initial", 15)


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--city", default="http://localhost:8080")
    asked.add_argument("--machine", required=True)
    asked.add_argument("--user", required=True)
    asked.add_argument("--secret", required=True)
    asked.add_argument("--mqtt", help="host:port; without it, HTTP")
    asked = asked.parse_args()
    box = Interlock(ByMqtt(asked) if asked.mqtt else ByHttp(asked))
    threading.Thread(target=box.alive, daemon=True).start()
    for line in sys.stdin:
        line = line.strip()
        if line == "quit":
            break
        with box.lock:
            box.obey(line)


if __name__ == "__main__":
    main()

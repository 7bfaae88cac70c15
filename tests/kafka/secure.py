"""A broker that also takes TLS with a password (SASL_SSL) and TLS with certificates on both sides (SSL)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.kafka.broker import Broker

USER, PASSWORD = "eventwire", "harbour"
STORE_PASSWORD = "changeit"
SCRAM = "SCRAM-SHA-512"

LISTENERS = (
    """\
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller},SASL_SSL://127.0.0.1:{secure},SSL://127.0.0.1:{mutual}
advertised.listeners=PLAINTEXT://127.0.0.1:{port},SASL_SSL://127.0.0.1:{secure},SSL://127.0.0.1:{mutual}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL
inter.broker.listener.name=PLAINTEXT
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512
ssl.keystore.location={folder}/broker.p12
ssl.keystore.type=PKCS12
ssl.truststore.location={folder}/trust.p12
ssl.truststore.type=PKCS12
listener.name.ssl.ssl.client.auth=required
"""
    f"ssl.keystore.password={STORE_PASSWORD}\nssl.truststore.password={STORE_PASSWORD}\n"
    "listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required "
    f'user_{USER}="{PASSWORD}";\n'
    f"listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;\n"
)


class SecureBroker(Broker):
    """`authority`, `certificate`, `key`: PEM files for a client; `foreign`: an authority that signed nothing here."""

    more = LISTENERS
    format_options = ("--add-scram", f"{SCRAM}=[name={USER},password={PASSWORD}]")

    def __init__(self, folder: Path, jars: Path, heap: str = "512m") -> None:
        super().__init__(folder, jars, heap)
        folder.mkdir(parents=True, exist_ok=True)
        self.authority = _certificate(folder, "broker")
        self.foreign = _certificate(folder, "foreign")
        self.certificate = _certificate(folder, "client")
        self.key = folder / "client.key"
        _run(
            "openssl",
            "pkcs12",
            "-in",
            folder / "client.p12",
            "-passin",
            f"pass:{STORE_PASSWORD}",
            "-nodes",
            "-nocerts",
            "-out",
            self.key,
        )
        store = ("-keystore", folder / "trust.p12", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD)
        _run("keytool", "-importcert", "-noprompt", "-alias", "client", "-file", self.certificate, *store)


def _certificate(folder: Path, name: str) -> Path:
    """A key with a certificate signed by itself, for 127.0.0.1, in a store; the certificate, PEM."""
    store = ("-keystore", folder / f"{name}.p12", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD, "-alias", name)
    _run("keytool", "-genkeypair", "-keyalg", "EC", "-dname", f"CN={name}", "-ext", "san=ip:127.0.0.1", "-validity", "30", *store)
    _run("keytool", "-exportcert", "-rfc", "-file", folder / f"{name}.pem", *store)
    return folder / f"{name}.pem"


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr

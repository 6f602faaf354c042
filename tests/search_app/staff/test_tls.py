"""Cookies over real TLS: a server with a certificate, and the site behind a proxy."""

import datetime as dt
import threading

import pytest
import requests
from bs4 import BeautifulSoup
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from visitors import PASSWORD
from werkzeug.serving import make_server

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pkcs8 = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, pkcs8, plain))
    return str(folder / "cert.pem"), str(folder / "key.pem")


@pytest.fixture
def served(staff_app, certificate):
    """The address of the site over TLS."""
    server = make_server("localhost", 0, staff_app, threaded=True, ssl_context=certificate)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"https://localhost:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def browser(certificate):
    with requests.Session() as session:
        session.trust_env = False  # another bundle of certificates, a proxy
        session.verify = certificate[0]
        yield session


def token(page):
    return BeautifulSoup(page.text, "lxml").select_one("input[name=csrf_token]")["value"]


def sign_in(browser, served, **headers):
    page = browser.get(f"{served}/staff/sign-in", timeout=20)
    fields = {"email": "anna@staff.example", "password": PASSWORD, "csrf_token": token(page)}
    headers = {"Referer": f"{served}/staff/sign-in"} | headers
    return browser.post(
        f"{served}/staff/sign-in", data=fields, headers=headers, allow_redirects=False, timeout=20
    )


def test_every_cookie_is_bound_to_this_host_and_tls(browser, served, person):
    person("anna")
    answer = sign_in(browser, served)
    assert answer.status_code == 303
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    given = answer.raw.headers.getlist("Set-Cookie")
    assert {each.partition("=")[0] for each in given} >= {"__Host-staff", "__Host-staff-browser"}
    for each in given:
        assert each.startswith("__Host-")
        parts = {part.strip().lower() for part in each.split(";")[1:]}
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= parts
        assert not any(part.startswith("domain") for part in parts)
    assert "Вы вошли" in browser.get(f"{served}/staff/", timeout=20).text


def test_signing_out_takes_the_cookie_back(browser, served, person):
    person("anna")
    sign_in(browser, served)
    page = browser.get(f"{served}/staff/", timeout=20)
    browser.post(
        f"{served}/staff/sign-out",
        data={"csrf_token": token(page)},
        headers={"Referer": f"{served}/staff/"},
        timeout=20,
    )
    assert "__Host-staff" not in browser.cookies


@pytest.mark.parametrize("referer", ["https://evil.example/", ""])
def test_over_tls_a_form_from_elsewhere_does_nothing(browser, served, person, referer):
    person("anna")
    assert sign_in(browser, served, Referer=referer).status_code == 400


def test_behind_a_proxy_its_word_on_tls_counts(make_app, person):
    person("anna")
    client = make_app(proxies=1).test_client()
    answer = client.get("/staff/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert all(each.startswith("__Host-") for each in answer.headers.getlist("Set-Cookie"))


def test_without_a_proxy_a_strangers_word_does_not(staff_app):
    client = staff_app.test_client()
    answer = client.get("/staff/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["Set-Cookie"].startswith("staff-form=")

# Asks for a token and reads all goals: docs/agencies.md. Python 3.9 or newer, standard library alone.
import json, ssl, urllib.parse, urllib.request

PILOT = json.load(open(".sociallook/pilot.json"))
GATEWAY, REGISTRY = PILOT["gateway"][0], PILOT["registry"]
ME, HOLDER = "jobcenter-nordhausen", "youth-office-nordhausen"

tls = ssl.create_default_context(cafile=".sociallook/pki/ca.pem")
tls.load_cert_chain(f".sociallook/pki/{ME}.pem", f".sociallook/pki/{ME}.key")

def ask(url, form=None, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    body = urllib.parse.urlencode(form).encode() if form else None
    with urllib.request.urlopen(urllib.request.Request(url, body, headers), context=tls) as answer:
        return json.load(answer)

client = next(c for c in PILOT["clients"] if c["id"] == "client-03")
details = {"type": "https://sociallook.net/rar/consent-access/v1", "patient": client["pseudonyms"][ME],
           "holder": HOLDER, "purpose": "COC", "requester": "cw-001"}
token = ask(f"{REGISTRY}/oauth2/token", form={"grant_type": "client_credentials",
                                              "authorization_details": json.dumps([details])})["access_token"]
goals, url, pages = [], f"{GATEWAY}/fhir/{HOLDER}/Goal?_count=1", 0
while url:
    page = ask(url, token=token)
    goals += [entry["resource"] for entry in page.get("entry", [])]
    url = next((link["url"] for link in page["link"] if link["relation"] == "next"), None)
    pages += 1
print(f"{len(goals)} goals on {pages} pages")

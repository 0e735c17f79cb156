// Asks for a token and reads all goals: docs/agencies.md. Node 20 or newer, nothing else.
import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";

const pilot = JSON.parse(readFileSync(".sociallook/pilot.json"));
const [gateway, registry] = [pilot.gateway[0], pilot.registry];
const [me, holder] = ["jobcenter-nordhausen", "youth-office-nordhausen"];
const pki = (name) => readFileSync(`.sociallook/pki/${name}`);
const agent = new Agent({ ca: pki("ca.pem"), cert: pki(`${me}.pem`), key: pki(`${me}.key`), minVersion: "TLSv1.3", keepAlive: true });

const ask = (url, { form, token } = {}) => new Promise((resolve, reject) => {
  const headers = token ? { authorization: `Bearer ${token}` } : { "content-type": "application/x-www-form-urlencoded" };
  request(url, { agent, headers, method: form ? "POST" : "GET" }, (answer) => {
    let text = "";
    answer.setEncoding("utf8").on("data", (part) => (text += part)).on("error", reject);
    answer.on("end", () => (answer.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${answer.statusCode} ${text}`))));
  }).on("error", reject).end(form ? new URLSearchParams(form).toString() : undefined);
});

const client = pilot.clients.find((one) => one.id === "client-03");
const details = { type: "https://sociallook.net/rar/consent-access/v1", patient: client.pseudonyms[me], holder, purpose: "COC", requester: "cw-001" };
const { access_token: token } = await ask(`${registry}/oauth2/token`,
  { form: { grant_type: "client_credentials", authorization_details: JSON.stringify([details]) } });
let [goals, pages] = [0, 0];
for (let url = `${gateway}/fhir/${holder}/Goal?_count=1`; url; pages++) {
  const page = await ask(url, { token });
  goals += page.entry?.length ?? 0;
  url = page.link.find((link) => link.relation === "next")?.url;
}
console.log(`${goals} goals on ${pages} pages`);
agent.destroy();

// Signs what the page shows. Whatever happens, nothing is given twice: the registry takes one answer to a proposal.
import { isSupported, sign } from "./passkey.js";
import { onPress, post, Refused, say } from "./page.js";

const button = document.querySelector("#sign");

/** What the person reads, and the one thing that helps now. */
const HELP = {
  ended: ["ended", "#look"],
  "grant-changed": ["changed", "#again"],
  "signature-refused": ["refused", "#again"],
  "no-session": ["session", "#sign-in"],
};

function offer(help) {
  const link = document.querySelector(help);
  link.hidden = false;
  link.focus();
  button.hidden = true;
}

async function give() {
  const { proposal, options, given } = button.dataset;
  const assertion = await sign(JSON.parse(options));
  try {
    await post("/api/grants", { proposal, assertion });
  } catch (problem) {
    // Without an answer nobody here knows what became of it; the page does when it is loaded again.
    const known = problem instanceof Refused ? HELP[problem.code] : undefined;
    const [says, help] = known ?? ["failed", "#look"];
    problem.says = says;
    offer(help);
    throw problem;
  }
  location.assign(given);
}

if (isSupported()) {
  button.hidden = false;
  onPress(button, give);
} else {
  say("unsupported");
}

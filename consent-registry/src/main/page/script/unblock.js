// Lifts a block: shows the words first, then signs exactly these.
import { isSupported, sign } from "./passkey.js";
import { onPress, post, Refused } from "./page.js";

const area = document.querySelector("#removal");
const look = area.querySelector("#look");
const signing = area.querySelector("#sign");
const words = area.querySelector("#words");
const path = `/api/blocks/${area.dataset.block}`;
let proposed;

function show(step) {
  look.hidden = step !== look;
  signing.hidden = words.hidden = step !== signing;
}

/** What was proposed is over, or the block is gone: begin again from what is true. */
function told(problem) {
  if (problem instanceof Refused && (problem.code === "ended" || problem.code === "not-found" || problem.code === "signature-refused")) {
    show(look);
    look.focus();
    problem.says = "ended";
  }
  return problem;
}

async function propose() {
  try {
    proposed = await post(`${path}/unblock-proposal`, { language: area.dataset.language });
  } catch (problem) {
    throw told(problem);
  }
  words.querySelector(".words").textContent = proposed.text;
  show(signing);
  look.removeAttribute("aria-disabled");
  words.focus();
}

async function lift() {
  const assertion = await sign(proposed.requestOptions);
  try {
    await post(`${path}/removal`, { proposal: proposed.proposal, assertion });
  } catch (problem) {
    throw told(problem);
  }
  location.assign("/blocks?removed=true");
}

if (isSupported()) {
  area.hidden = false;
  onPress(look, propose);
  onPress(signing, lift);
} else {
  document.querySelector("[data-message=unsupported]").hidden = false;
}

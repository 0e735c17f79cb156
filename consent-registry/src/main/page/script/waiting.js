// Goes on as soon as an institution has confirmed. Asks every three seconds, for a quarter of an hour, while the page is
// being looked at; after that there is the button.
import { get } from "./page.js";

const PAUSE = 3000;
const LAST = Date.now() + 15 * 60 * 1000;

const waiting = [...document.querySelectorAll("[data-institution]")].map((one) => one.dataset.institution);

async function look() {
  if (document.visibilityState === "visible") {
    try {
      const { institutions } = await get("/api/links");
      if (waiting.some((id) => institutions.includes(id))) {
        location.assign("/arrive/waiting");
        return;
      }
    } catch {
      // Without a connection or a session there is nothing to say that the page does not say already.
    }
  }
  if (Date.now() < LAST) {
    setTimeout(look, PAUSE);
  }
}

look();

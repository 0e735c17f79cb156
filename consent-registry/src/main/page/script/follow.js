// Shows what has become of the matter meanwhile: looks every three seconds, for a quarter of an hour, while the page is
// being looked at; after that there is the button.

const PAUSE = 3000;
const LAST = Date.now() + 15 * 60 * 1000;
const state = (page) => /data-state="(\w+)"/.exec(page)?.[1];
const shown = document.querySelector("[data-state]").dataset.state;

async function look() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (state(await answer.text()) !== shown) {
        location.reload();
        return;
      }
    } catch {
      // Without a connection there is nothing to say that the page does not say already.
    }
  }
  if (Date.now() < LAST) {
    setTimeout(look, PAUSE);
  }
}

setTimeout(look, PAUSE);

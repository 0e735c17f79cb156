// A form whose answer takes a moment: says so, and is sent once.

const form = document.querySelector("main form");
const status = document.querySelector("[data-busy]");

form.addEventListener("submit", (event) => {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  form.querySelector("button").setAttribute("aria-disabled", "true");
  status.textContent = status.dataset.text;
});

// A page that the browser brings back from its memory has not sent anything.
addEventListener("pageshow", () => {
  delete form.dataset.sent;
  form.querySelector("button").removeAttribute("aria-disabled");
  status.textContent = "";
});

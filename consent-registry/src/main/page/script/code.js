// The link of an invitation carries its code behind "#", which browsers send to nobody.

const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  document.querySelector("#code").value = code;
  history.replaceState(null, "", location.pathname + location.search);
}

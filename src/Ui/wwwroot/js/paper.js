// Print buttons appear only where a browser can print.
document.querySelectorAll("[data-print]").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
// opened to be printed: the desk's Ctrl P
if (new URLSearchParams(location.search).has("print")) addEventListener("load", () => print());

// J and K walk the rows of the first queue on the page; Enter opens the row. A row is one that has a link.
const rows = () => [...document.querySelectorAll("table.tb tbody tr:not(.grp), .wait li")].filter(row => row.querySelector("a[href]") && row.offsetParent);
const marked = list => list.findIndex(row => row.getAttribute("aria-selected") === "true" || row.contains(document.activeElement));

function choose(list, index) {
  const row = list[index];
  if (!row) return;
  list.forEach(other => other.removeAttribute("aria-selected"));
  if (row.matches("tr")) row.setAttribute("aria-selected", "true");
  row.querySelector("a[href]").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

export function step(by) {
  const list = rows();
  const at = marked(list);
  choose(list, at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by)));
}

/** Opens the marked row when nothing else has the focus. */
export function open() {
  const list = rows();
  list[marked(list)]?.querySelector("a[href]").click();
}

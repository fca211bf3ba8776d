// The dispatch board: redraws itself when the server says that something changed; a waiting order may be dragged onto a vehicle.
// Everything here can also be done with links, keys and forms.
const board = document.querySelector("[data-board]");
let busy = false, again = false;

async function redraw(ids) {
  if (busy) { again = true; return; }
  busy = true;
  try {
    const answer = await fetch(location.href.replace(/([?&])done=\w+/, "$1"), { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!next) continue;
      const held = part.querySelector(".scroll"), at = held ? [held.scrollTop, held.scrollLeft] : [0, 0];
      const focus = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      part.replaceChildren(...next.childNodes);
      const scroll = part.querySelector(".scroll");
      if (scroll) [scroll.scrollTop, scroll.scrollLeft] = at;
      if (focus) part.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
    }
    // what is being filled in stays; suggestions of an order that changed are drawn afresh
    const open = document.querySelector("[data-suggest]"), next = fresh.querySelector("[data-suggest]");
    if (open && next && ids.includes(open.dataset.suggest) && !open.querySelector("details[open]")) open.replaceChildren(...next.childNodes);
    board.dataset.drawn = Date.now();
  } finally {
    busy = false;
    if (again) { again = false; redraw(ids); }
  }
}

if (board && window.EventSource) {
  const stream = new EventSource(board.dataset.stream);
  stream.addEventListener("open", () => { board.dataset.live = "on"; });
  stream.addEventListener("error", () => { board.dataset.live = "off"; });
  stream.addEventListener("changed", event => redraw(JSON.parse(event.data)));
  addEventListener("pagehide", () => stream.close());
}

const lane = target => target.closest?.(".lane[data-vehicle]");
board?.addEventListener("dragstart", event => {
  const row = event.target.closest("li[data-order]");
  if (row) event.dataTransfer.setData("text/plain", row.dataset.order);
});
board?.addEventListener("dragover", event => {
  const over = lane(event.target);
  board.querySelectorAll(".lane.over").forEach(other => other.classList.toggle("over", other === over));
  if (over) { over.classList.add("over"); event.preventDefault(); }
});
board?.addEventListener("drop", event => {
  const over = lane(event.target), order = event.dataTransfer.getData("text/plain");
  if (!over || !/^[0-9a-f-]{36}$/.test(order)) return;
  event.preventDefault();
  location.href = `/work/dispatch?order=${order}&vehicle=${encodeURIComponent(over.dataset.vehicle)}`;
});

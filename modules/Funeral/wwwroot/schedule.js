// The board by keyboard and by dragging. Everything it does is a post of the form #mover, which is also on the page without it.
const board = document.querySelector("[data-schedule]");
const mover = document.querySelector("#mover");
const blocks = () => [...board.querySelectorAll("a.blk")];
const minutesOf = text => { const [h, m] = text.split(":").map(Number); return h * 60 + m; };
const clock = minutes => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function move(block, resource, minutes) {
  if (minutes < 0 || minutes > 1435) return;
  const set = (name, value) => { mover.querySelector(`[name="Form.${name}"]`).value = value; };
  set("CaseId", block.dataset.case);
  set("Booking", block.dataset.booking);
  set("Resource", resource);
  set("From", `${board.dataset.date} ${clock(minutes)}`);
  mover.requestSubmit();
}

function neighbour(block, key) {
  const row = [...block.closest(".lane").querySelectorAll("a.blk")];
  if (key === "ArrowRight") return row[row.indexOf(block) + 1];
  if (key === "ArrowLeft") return row[row.indexOf(block) - 1];
  const lanes = [...board.querySelectorAll(".lane")].filter(l => l.querySelector("a.blk"));
  const lane = lanes[lanes.indexOf(block.closest(".lane")) + (key === "ArrowDown" ? 1 : -1)];
  if (!lane) return null;
  const at = minutesOf(block.dataset.from);
  return [...lane.querySelectorAll("a.blk")].sort((a, b) => Math.abs(minutesOf(a.dataset.from) - at) - Math.abs(minutesOf(b.dataset.from) - at))[0];
}

board?.addEventListener("keydown", event => {
  const block = event.target.closest("a.blk");
  if (!block || !event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (!event.shiftKey) { neighbour(block, event.key)?.focus(); return; }
  if (!mover || !block.dataset.movable) return;
  const lane = block.closest(".lane");
  const at = minutesOf(block.dataset.from);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") return move(block, lane.dataset.resource, at + (event.key === "ArrowRight" ? 10 : -10));
  const same = [...board.querySelectorAll(`.lane[data-kind="${lane.dataset.kind}"]`)];
  const other = same[same.indexOf(lane) + (event.key === "ArrowDown" ? 1 : -1)];
  if (other) move(block, other.dataset.resource, at);
});

let held = null;
board?.addEventListener("dragstart", event => {
  const block = event.target.closest("a.blk");
  if (!block?.dataset.movable) { event.preventDefault(); return; }
  const box = block.getBoundingClientRect();
  held = { block, grip: event.clientX - box.left };
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", block.dataset.booking);
  block.classList.add("dragging");
});
board?.addEventListener("dragend", () => { held?.block.classList.remove("dragging"); board.querySelectorAll(".drop").forEach(t => t.classList.remove("drop")); held = null; });
board?.addEventListener("dragover", event => {
  const lane = event.target.closest(".lane[data-resource]");
  if (!held || lane?.dataset.kind !== held.block.closest(".lane").dataset.kind) return;
  event.preventDefault();
  board.querySelectorAll(".drop").forEach(t => t.classList.remove("drop"));
  lane.querySelector(".t").classList.add("drop");
});
board?.addEventListener("drop", event => {
  const lane = event.target.closest(".lane[data-resource]");
  if (!held || !lane) return;
  event.preventDefault();
  const box = lane.querySelector(".t").getBoundingClientRect();
  const shown = (event.clientX - held.grip - box.left) / box.width * 960;
  move(held.block, lane.dataset.resource, Number(board.dataset.first) + Math.round(shown / 5) * 5);
});

// fresh enough: every minute, unless somebody is typing or dragging
setInterval(() => {
  if (held || document.hidden || document.activeElement?.matches("input, select, textarea")) return;
  location.replace(location.href);
}, 60000);

// A signature drawn with finger, pen or mouse, kept as strokes (an SVG path of whole numbers), so that it can be drawn again at any size.

for (const pad of document.querySelectorAll("[data-pad]")) {
  const form = pad.closest("form"), kept = form.querySelector("[data-strokes]"), pen = pad.getContext("2d");
  let path = "", drawing = false;
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = getComputedStyle(pad).color;
  const at = event => {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height].map(n => Math.max(0, Math.round(n)));
  };
  pad.addEventListener("pointerdown", event => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    drawing = true;
    const [x, y] = at(event);
    pen.beginPath();
    pen.moveTo(x, y);
    path += (path ? " " : "") + `M${x} ${y}`;
  });
  pad.addEventListener("pointermove", event => {
    if (!drawing) return;
    const [x, y] = at(event);
    pen.lineTo(x, y);
    pen.stroke();
    path += ` L${x} ${y}`;
    kept.value = path;
  });
  for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { drawing = false; });
  form.querySelector("[data-wipe]")?.addEventListener("click", () => {
    pen.clearRect(0, 0, pad.width, pad.height);
    path = kept.value = "";
  });
}

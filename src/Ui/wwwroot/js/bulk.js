// Rows picked for 批量办理: the whole page, a stretch with Shift, and how many; nothing can be sent while none is picked.
const bar = document.getElementById("bulk");
if (bar) {
  const boxes = [...document.querySelectorAll('input[name="id"][form="bulk"]')];
  const all = bar.querySelector("[data-bulk-all]"), said = bar.querySelector("[data-bulk-count]");
  let last = null;
  const say = () => {
    const picked = boxes.filter(box => box.checked).length;
    said.textContent = picked ? `已选 ${picked} 行` : "勾选后可以一起办";
    all.checked = picked > 0 && picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
    bar.querySelectorAll("button").forEach(button => button.setAttribute("aria-disabled", picked ? "false" : "true"));
    bar.classList.toggle("on", picked > 0);
  };
  all.closest("label").hidden = boxes.length === 0;
  all.addEventListener("change", () => { boxes.forEach(box => { box.checked = all.checked; }); say(); });
  boxes.forEach((box, at) => box.addEventListener("click", event => {
    if (event.shiftKey && last !== null) boxes.slice(Math.min(last, at), Math.max(last, at) + 1).forEach(other => { other.checked = box.checked; });
    last = at;
    say();
  }));
  bar.addEventListener("submit", event => {
    if (boxes.some(box => box.checked)) return;
    event.preventDefault();
    said.textContent = "请先勾选要办的行。";
  });
  say();
}

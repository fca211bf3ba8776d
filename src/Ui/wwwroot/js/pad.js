// 签名板: the family signs with finger, pen or mouse; the picture goes into a hidden field of the form. Paper remains beside it.
import "/_content/Anmin.Ui/lib/signature_pad/signature_pad.umd.min.js";

// what the server takes; a signature of a minute's scribbling has a third of it
const most = 60_000;

const button = (className, word) => Object.assign(document.createElement("button"), { type: "button", className, textContent: word });

function ready(root) {
  root.querySelectorAll("[data-sign]").forEach(b => { b.hidden = false; });
}

/** The text to be signed, beside the pad: what is signed must be readable while it is signed. */
async function paper(row) {
  const link = row?.querySelector("[data-print-paper]");
  if (!link) return null;
  try {
    const answer = await fetch(link.href, { credentials: "same-origin" });
    if (!answer.ok) return null;
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const shown = Object.assign(document.createElement("div"), { className: "pad-paper", tabIndex: 0 });
    shown.append(document.importNode(main, true));
    return shown;
  } catch {
    return null;
  }
}

async function open(asker) {
  const row = asker.closest("li, form"), dialog = document.createElement("dialog");
  dialog.className = "pad";
  dialog.setAttribute("aria-label", "签名：" + asker.dataset.label);
  const canvas = Object.assign(document.createElement("canvas"), { tabIndex: 0 });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", "在这里签名");
  const yes = button("btn btn-primary pri", "签好了"), again = button("btn btn-quiet", "重签"), no = button("btn btn-quiet", "先不签");
  const acts = Object.assign(document.createElement("div"), { className: "am-actions" });
  const said = Object.assign(document.createElement("p"), { className: "said-error", role: "alert" });
  said.setAttribute("role", "alert");
  acts.append(yes, again, no);
  dialog.append(Object.assign(document.createElement("h2"), { textContent: asker.dataset.label }));
  const text = await paper(row);
  if (text) dialog.append(text);
  dialog.append(canvas, said, acts);
  document.body.append(dialog);
  dialog.showModal();
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  const pad = new globalThis.SignaturePad(canvas, { penColor: "#000", minWidth: 1, maxWidth: 3 });
  again.addEventListener("click", () => pad.clear());
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => {
    if (pad.isEmpty()) { said.textContent = "还没有签名。请在框里签名，或者在纸上签。"; return; }
    const image = pad.toDataURL("image/png");
    if (image.length > most) { said.textContent = "签名太满。请重签一次，写得简单一些。"; return; }
    keep(row, asker, image);
    dialog.close();
  });
  dialog.addEventListener("close", () => { pad.off(); dialog.remove(); asker.focus(); });
  canvas.focus();
}

function keep(row, asker, image) {
  const name = asker.dataset.sign.includes(".") ? asker.dataset.sign : "Sign." + asker.dataset.sign;
  row.querySelector(`[name="${CSS.escape(name)}"]`).value = image;
  const onPaper = row.querySelector("[type=checkbox]");
  if (onPaper) onPaper.checked = false;
  tell(row, "ok", "已在签名板签名");
}

function tell(row, shape, word) {
  const state = row.querySelector("[data-state]");
  if (!state) return;
  state.dataset.s = shape;
  state.textContent = word;
}

document.addEventListener("click", event => {
  const asker = event.target.closest("[data-sign]");
  if (asker) open(asker);
});
document.addEventListener("change", event => {
  const row = event.target.closest("[data-paper]");
  if (!row || event.target.type !== "checkbox") return;
  if (event.target.checked) row.querySelector("[type=hidden]").value = "";
  tell(row, event.target.checked ? "ok" : "todo", event.target.checked ? "纸质件已签" : "还没有签");
});

ready(document);
export { ready };

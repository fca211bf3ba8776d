// Forms with a photo: made small before it leaves, sent here, kept in the form when the line breaks. Without this script the form works as it stands.
import { smaller } from "./m/pictures.js";

const most = 10 * 1024 * 1024, enough = 900 * 1024, steps = [[2200, .82], [1800, .75], [1400, .65]];

// before forms.js, which lets a form go once only: this one may be sent again
addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form[data-attach]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send(form);
}, true);

function say(form, text, wrong = false) {
  const line = form.querySelector("[data-said]") ?? form.appendChild(Object.assign(document.createElement("p"), { className: "attach-said" }));
  line.dataset.said = wrong ? "wrong" : "run";
  line.setAttribute("role", wrong ? "alert" : "status");
  line.replaceChildren(text);
  return line;
}

function refuse(form, text) {
  const again = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: "再发一次" });
  again.addEventListener("click", () => send(form));
  say(form, text, true).append(" ", again);
}

async function ready(form) {
  const body = new FormData(form), chosen = [...form.querySelectorAll("input[type=file]")].flatMap(input => [...input.files])[0];
  body.delete("Files");
  if (!chosen) return { body };
  let file = chosen;
  if (chosen.type.startsWith("image/") && chosen.size > enough) {
    say(form, "正在压缩照片");
    file = await smaller(chosen, steps, enough) ?? chosen;
  }
  if (file.size > most) return { wrong: "文件超过10兆。请降低扫描分辨率，或者分几份上传。" };
  body.append("Files", file, file === chosen ? chosen.name : "photo.jpg");
  return { body, size: file.size };
}

async function send(form) {
  if ("busy" in form.dataset) return;
  form.dataset.busy = "";
  try { await sendOnce(form); } finally { delete form.dataset.busy; }
}

async function sendOnce(form) {
  let made;
  try { made = await ready(form); } catch { made = { wrong: "这张照片打不开。请重新拍照，或者换一个文件。" }; }
  if (made.wrong) return refuse(form, made.wrong);
  form.dataset.size = made.size ?? 0;
  say(form, made.size ? `正在发送，${Math.max(1, Math.round(made.size / 1024))} KB` : "正在发送");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", credentials: "same-origin", body: made.body, signal: AbortSignal.timeout?.(180_000) });
  } catch {
    return refuse(form, "网络不通，没有发出去。照片还在这里，有信号后再发。");
  }
  if (answer.redirected && answer.ok) return location.assign(answer.url);
  const page = new DOMParser().parseFromString(await answer.text().catch(() => ""), "text/html");
  const why = [...page.querySelectorAll(".error-summary li")].map(line => line.textContent.trim()).join(" ");
  refuse(form, why || (answer.status === 413 ? "文件超过10兆。请降低扫描分辨率，或者分几份上传。" : "没有收下。请再发一次；还不行的，请交到业务厅。"));
}

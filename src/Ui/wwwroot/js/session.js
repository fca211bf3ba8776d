// Five minutes before a session ends by itself a calm line says so, and 继续使用 keeps it. Tabs of one browser share one session, and what was seen in one counts in all.
const place = document.querySelector("[data-session]"), said = place.querySelector("[data-session-said]");
const idle = place.dataset.session * 1000, end = Date.now() + place.dataset.sessionLeft * 1000;
const early = 5 * 60_000, name = "anmin-seen-" + place.dataset.sessionOf;
let shape = "";

const seen = () => { try { localStorage.setItem(name, Date.now()); } catch { /* a browser without a store knows this tab only */ } last = Date.now(); };
let last = Date.now();
const left = () => {
  let other = 0;
  try { other = Number(localStorage.getItem(name)); } catch { /* as above */ }
  return Math.min(Math.max(last, other <= Date.now() ? other : 0) + idle, end) - Date.now();
};

function show(next, text, ...more) {
  if (shape === next) return;
  shape = next;
  said.replaceChildren();
  if (text) said.append(Object.assign(document.createElement("span"), { textContent: text }), ...more);
}

async function stay() {
  try {
    const answer = await fetch("/session/stay?of=" + place.dataset.sessionOf, { credentials: "same-origin" });
    if (answer.status === 204) seen();
    else last = -Infinity;
    look(answer.status !== 204);
  } catch {
    show("away", "网络断开，没有续上。填写的内容都在，有信号后再按一次。", button());
  }
}

function button() {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn sml btn-quiet", textContent: "继续使用" });
  made.addEventListener("click", stay);
  return made;
}

function look(over = false) {
  const time = left();
  if (over || time <= 0) show("over", "登录已经结束。填写的内容都在：提交后先登录，再回到这一页。");
  else if (end - Date.now() <= early) show("last", "登录快到最长时间，五分钟内要重新登录。填写的内容不会丢。");
  else if (time <= early) show("soon", "有一阵没有操作，五分钟内要重新登录。", button());
  else show("", "");
}

seen();
setInterval(look, 10_000);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
document.addEventListener("htmx:afterRequest", () => { seen(); look(); });

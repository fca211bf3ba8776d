// The tray in the top bar: while work of this person runs, its count is brought up to date in place; the last one that ends is said aloud.
const link = document.getElementById("tray");
const pause = 5000;

function show(open) {
  if (open === Number(link.dataset.open)) return;
  link.dataset.open = open;
  link.textContent = "任务";
  if (open > 0) {
    const word = Object.assign(document.createElement("span"), { className: "vh", textContent: "项在办" });
    link.append(Object.assign(document.createElement("b"), { textContent: open }), word);
    return;
  }
  link.append(Object.assign(document.createElement("b"), { className: "ok", textContent: "已办完" }));
  const said = Object.assign(document.createElement("span"), { className: "vh", role: "status" });
  link.after(said);
  said.textContent = "任务托盘里的任务已办完";
}

async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch("/api/v1/tasks/open", { credentials: "same-origin" });
      if (answer.status !== 200) return;
      show((await answer.json()).open);
    } catch {
      // the line is down: asked again later
    }
  }
  if (Number(link.dataset.open) > 0) setTimeout(look, pause);
}

if (Number(link?.dataset.open) > 0) setTimeout(look, pause);

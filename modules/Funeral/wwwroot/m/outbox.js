// What was tapped and not yet sent, in the phone's own store: one store per account and kind of work, one key per item, one line per trip or report.
// What the server refuses stays in sight with its reason and blocks nothing but what means nothing without it: photos of a refused report, a step that
// the server says comes after the refused one. Nothing is sent under another account's name.
const request = made => new Promise((done, fail) => { made.onsuccess = () => done(made.result); made.onerror = () => fail(made.error); });

export class Outbox {
  static async open(account, work = "trips") {
    const asked = indexedDB.open(`anmin-${work}-${account}`, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("items", { keyPath: "seq", autoIncrement: true });
      asked.result.createObjectStore("jobs", { keyPath: "orderId" });
    };
    return new Outbox(account, await request(asked));
  }

  /** Accounts with something unsent on this phone, other than this one. */
  static async others(account, work = "trips") {
    const start = `anmin-${work}-`;
    const names = (await indexedDB.databases?.() ?? []).map(db => db.name).filter(name => name?.startsWith(start) && name !== start + account);
    let waiting = 0;
    for (const name of names) {
      const box = await Outbox.open(name.slice(start.length), work);
      waiting += (await box.items()).filter(item => item.state !== "sent").length;
      box.db.close();
    }
    return waiting;
  }

  constructor(account, db) {
    this.account = account;
    this.db = db;
    this.sending = false;
  }

  at(name, mode = "readonly") { return this.db.transaction(name, mode).objectStore(name); }
  items() { return request(this.at("items").getAll()); }
  jobs() { return request(this.at("jobs").getAll()); }
  keepJob(job) { return request(this.at("jobs", "readwrite").put(job)); }
  dropJob(orderId) { return request(this.at("jobs", "readwrite").delete(orderId)); }
  keep(item) { return request(this.at("items", "readwrite").put(item)); }
  drop(seq) { return request(this.at("items", "readwrite").delete(seq)); }

  /** Adds once: the same step of the same run is already in the line or it is not. */
  add(item) {
    return new Promise((done, fail) => {
      const change = this.db.transaction("items", "readwrite", { durability: "strict" }), store = change.objectStore("items");
      let made = true;
      store.getAll().onsuccess = event => {
        const same = item.kind === "step" && event.target.result.some(other => other.kind === "step" && other.orderId === item.orderId && other.run === item.run && other.body.act === item.body.act && other.state !== "refused");
        if (same) made = false;
        else store.add({ ...item, key: crypto.randomUUID?.() ?? key(), state: "waiting", made: new Date().toISOString() });
      };
      change.oncomplete = () => done(made);
      change.onerror = () => fail(change.error);
    });
  }

  /** Sends what can be sent; answers what became of it. Two tabs take turns. */
  async send(heard) {
    this.more = true;
    if (this.sending) return; // who is sending goes through the line once more
    this.sending = true;
    try {
      while (this.more) {
        this.more = false;
        if (navigator.locks) await navigator.locks.request("anmin-outbox", () => this.sendAll(heard));
        else await this.sendAll(heard);
      }
    } finally {
      this.sending = false;
    }
  }

  async sendAll(heard) {
    const stopped = new Set(), lacking = new Set();
    for (const item of (await this.items()).filter(item => item.state !== "sent").sort((a, b) => a.seq - b.seq)) {
      if (item.state === "refused") { this.hold(item, stopped, lacking); continue; }
      if (stopped.has(item.orderId)) continue;
      const outcome = await post(item);
      if (outcome.away) return heard({ away: true, signIn: outcome.signIn });
      if (outcome.again) { stopped.add(item.orderId); continue; }
      if (outcome.code === "funeral.trip.step-order" && lacking.has(item.orderId)) continue;
      if (outcome.ok) { item.state = "sent"; item.sentAt = new Date().toISOString(); }
      else { Object.assign(item, { state: "refused", code: outcome.code, message: outcome.message }); this.hold(item, stopped, lacking); }
      await this.keep(item);
      heard({ item, outcome });
    }
    heard({ done: true });
  }

  /** What a refused item holds back: a report its photos, a step the steps that the server will not take without it. */
  hold(item, stopped, lacking) {
    if (item.kind === "grave") stopped.add(item.orderId);
    else if (item.kind === "step") lacking.add(item.orderId);
  }

  /** Sent items of trips that are over need not stay; of the others they say what was done here. */
  async tidy(open) {
    for (const item of await this.items()) if (item.state === "sent" && !open.has(item.orderId)) await this.drop(item.seq);
    for (const job of await this.jobs()) if (!open.has(job.orderId) && !(await this.items()).some(item => item.orderId === job.orderId && item.state !== "sent")) await this.dropJob(job.orderId);
  }
}

const paths = { step: "/api/v1/trips/step", positions: "/api/v1/trips/positions", picture: "/api/v1/trips/pictures", givenUp: "/api/v1/trips/given-up", death: "/api/v1/village/deaths", grave: "/api/v1/village/graves", photo: "/api/v1/village/graves/photos", visit: "/api/v1/village/visits" };

function key() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

async function post(item) {
  let answer;
  try {
    answer = await fetch(paths[item.kind], { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json", "Idempotency-Key": item.key }, body: JSON.stringify(item.body), signal: AbortSignal.timeout?.(30_000) });
  } catch {
    return { away: true };
  }
  if (answer.ok) return { ok: true, reply: await answer.json() };
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) return { away: true, signIn: true };
  if (answer.status >= 500 || answer.status === 429) return { away: true };
  if (problem.code === "kernel.changed-meanwhile") return { again: true };
  if (/\.other-account$/.test(problem.code ?? "")) return { away: true, signIn: true };
  if (problem.code === "funeral.trip.step-done") return { ok: true, reply: null };
  return { code: problem.code, message: problem.detail ?? "没有登记成。请打给调度。" };
}

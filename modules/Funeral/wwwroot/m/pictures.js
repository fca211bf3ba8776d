// Photos made small before they leave the phone; signatures drawn with a finger.
const most = 550 * 1024;
const bare = url => url.slice(url.indexOf(",") + 1);

/** A JPEG small enough, upright as the camera meant it and without what it wrote beside; null when none of the steps is small enough. */
export async function smaller(file, steps, enough) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  for (const [side, quality] of steps) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height)), canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise(done => canvas.toBlob(done, "image/jpeg", quality));
    if (made && made.size < enough) return made;
  }
  return null;
}

export async function shrink(file) {
  const made = await smaller(file, [[1280, .75], [1024, .6], [800, .5]], most);
  return made && new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(bare(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(made);
  });
}

/** Opens a pad over the page; answers the drawing as PNG, or null when nobody signed. */
export function sign(title) {
  return new Promise(done => {
    const dialog = document.createElement("dialog"), canvas = document.createElement("canvas"), head = document.createElement("h2"), row = document.createElement("div");
    dialog.className = "pad";
    head.textContent = title;
    row.className = "two";
    const button = (text, act) => { const made = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: text }); made.addEventListener("click", act); row.append(made); return made; };
    dialog.append(head, canvas, row);
    document.body.append(dialog);
    dialog.showModal();
    canvas.width = canvas.clientWidth;
    canvas.height = canvas.clientHeight;
    const pad = new window.SignaturePad(canvas, { backgroundColor: "#fff" });
    const close = value => { pad.off(); dialog.close(); dialog.remove(); done(value); };
    button("重签", () => pad.clear());
    button("签好了", () => { if (!pad.isEmpty()) close(bare(canvas.toDataURL("image/png"))); }).classList.add("pri");
    dialog.addEventListener("cancel", event => { event.preventDefault(); close(null); });
    button("不签了", () => close(null));
  });
}

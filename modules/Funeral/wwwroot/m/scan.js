// Reads a square or bar code by camera, with the browser's own reader where it has one and jsQR where not; or takes what is typed.

/** "AH1:place:receiver:code" off the receiver's screen, or null. */
export function readHandOver(text) {
  const match = /^AH1:([^:]+):([^:]+):(\d{6})$/.exec(text.trim());
  return match && { place: match[1], receiver: match[2], code: match[3] };
}

export const readTag = text => text.trim().toUpperCase();

/** Starts the camera into <video>; calls found(text) once. Gives back how to stop. */
export async function scan(video, found) {
  if (!navigator.mediaDevices?.getUserMedia) return null;
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  } catch {
    return null;
  }
  video.srcObject = stream;
  await video.play().catch(() => {});
  const reader = "BarcodeDetector" in window ? new BarcodeDetector() : null;
  const canvas = document.createElement("canvas"), brush = canvas.getContext("2d", { willReadFrequently: true });
  let over = false;
  const stop = () => { over = true; stream.getTracks().forEach(track => track.stop()); };
  const look = async () => {
    if (over) return;
    let text = null;
    if (video.videoWidth > 0) {
      try { text = reader ? (await reader.detect(video))[0]?.rawValue ?? null : decode(video, canvas, brush); } catch { text = null; }
    }
    if (text && !over) { stop(); found(text); } else setTimeout(look, 200);
  };
  look();
  return stop;
}

export function decode(picture, canvas, brush) {
  const width = picture.videoWidth || picture.naturalWidth || picture.width, height = picture.videoHeight || picture.naturalHeight || picture.height;
  const scale = Math.min(1, 800 / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  return window.jsQR?.(data, canvas.width, canvas.height)?.data || null;
}

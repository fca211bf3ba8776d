// Where the phone is while a trip runs: a point every twenty seconds at most, handed on in batches.
const every = 20_000, batch = 15;
let watch = null, points = [], last = 0;

export function track(running, hand) {
  if (!running || !navigator.geolocation) {
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
    return flush(hand);
  }
  if (watch !== null) return;
  watch = navigator.geolocation.watchPosition(({ coords, timestamp }) => {
    if (timestamp - last < every) return;
    last = timestamp;
    points.push({ at: new Date(timestamp).toISOString(), latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.round(coords.accuracy) });
    if (points.length >= batch) flush(hand);
  }, () => {}, { enableHighAccuracy: true, maximumAge: 10_000 });
}

export function flush(hand) {
  if (points.length > 0) hand(points.splice(0));
}

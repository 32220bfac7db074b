// Plays a row of short, quiet tones.

const LOUDNESS = 0.1;
const FADE = 0.02; // s, so that no tone begins or ends with a click
const LEAD = 0.1; // s, for the sound to get going

/**
 * Plays tones, four numbers each: when it begins, how long it sounds (s), how high it is (Hz), and what it stands for,
 * which `heard` is told as its turn comes; nothing at the end. Closing the context ends them early.
 */
export function play(context, tones, heard) {
  const begin = context.currentTime + LEAD;
  let last;
  for (let at = 0; at < tones.length; at += 4) {
    const [start, duration, frequency, meaning] = tones.slice(at, at + 4);
    if (last) last.onended = () => heard(meaning);
    else heard(meaning);
    last = tone(context, begin + start, duration, frequency);
  }
  last.onended = () => heard();
  context.resume();
}

function tone(context, start, duration, frequency) {
  const source = context.createOscillator();
  const volume = context.createGain();
  const end = start + duration;
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + FADE);
  volume.gain.setValueAtTime(LOUDNESS, end - FADE);
  volume.gain.linearRampToValueAtTime(0, end);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(end);
  return source;
}

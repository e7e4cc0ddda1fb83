/** A high tone for yes, a low one for no; silent where sound is not allowed. */
export function beep(good: boolean): void {
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = good ? 880 : 220;
    volume.gain.value = 0.08;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (good ? 0.12 : 0.35));
    tone.addEventListener('ended', () => void audio.close());
  } catch {
    // The words on the screen say the same.
  }
}

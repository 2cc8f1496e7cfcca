// How loud a sound is, as ears weigh it: 0 is 60 dB below the loudest there can be, and less.
const SPAN_DB = 60;

export type Level = () => number;

export function levelOf(audio: AudioContext, stream: MediaStream): Level {
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return power ? Math.max(0, Math.min(1, 1 + (10 * Math.log10(power)) / SPAN_DB)) : 0;
  };
}

// A telephone in the page, for demonstrations: sound by WebRTC, keys as texts over a data channel.
import { type Level, levelOf } from "./level";

const KEYS = "0123456789*#";
const GATHER_MS = 2000;
const METER_MS = 100;
const DOWN_MS = 150;

interface Call {
  peer: RTCPeerConnection;
  keys: RTCDataChannel;
  audio: AudioContext;
  microphone?: MediaStream;
  timer: number;
  levels: [string, Level][];
}

const form = document.querySelector<HTMLFormElement>("[data-telephone]");
const dial = part<HTMLButtonElement>("[data-dial]");
const pad = [...(form?.querySelectorAll<HTMLButtonElement>(".keys button") ?? [])];
const caller = form?.querySelector("select");
let current: Call | undefined;

if (form && dial && caller) {
  dial.disabled = form.dataset.off !== undefined;
  dial.addEventListener("click", () => (current ? over("ended") : void call()));
  caller.addEventListener("change", number);
  number();
  for (const key of pad) key.addEventListener("click", () => press(key.value));
  document.addEventListener("keydown", typed);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("pagehide", () => current && over("ended"));
}

async function call(): Promise<void> {
  const peer = new RTCPeerConnection();
  const mine: Call = { peer, keys: peer.createDataChannel("keys"), audio: new AudioContext(), timer: 0, levels: [] };
  const isStill = (): boolean => current === mine;
  current = mine;
  const body = new FormData(form!); // what is disabled during a call is left out
  begin();
  mine.keys.onopen = () => isStill() && talking(mine);
  mine.keys.onclose = () => isStill() && over("ended");
  peer.onconnectionstatechange = () => isStill() && peer.connectionState === "failed" && over("failed");
  peer.ontrack = ({ track }) => isStill() && listen(mine, track);
  try {
    const microphone = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => undefined);
    if (!isStill()) return silence(microphone);
    mine.microphone = microphone;
    if (microphone) {
      peer.addTrack(microphone.getAudioTracks()[0], microphone);
      mine.levels.push(["[data-spoken]", levelOf(mine.audio, microphone)]);
    } else peer.addTransceiver("audio", { direction: "recvonly" });
    await peer.setLocalDescription();
    await gathered(peer);
    body.set("sdp", peer.localDescription?.sdp ?? "");
    const answer = await fetch(form!.action, { method: "POST", body });
    if (!isStill()) return;
    if (!answer.ok) return over(answer.status === 503 ? "busy" : "failed");
    await peer.setRemoteDescription({ type: "answer", sdp: (await answer.json()).sdp });
  } catch {
    if (isStill()) over("failed");
  }
}

// All addresses go with the offer: there is no second way to send more of them.
function gathered(peer: RTCPeerConnection): Promise<void> {
  return new Promise((done) => {
    const look = (): void => void (peer.iceGatheringState === "complete" && done());
    peer.addEventListener("icegatheringstatechange", look);
    setTimeout(done, GATHER_MS);
    look();
  });
}

function listen(call: Call, track: MediaStreamTrack): void {
  const stream = new MediaStream([track]);
  const sound = part<HTMLAudioElement>("[data-sound]");
  if (sound) {
    sound.srcObject = stream;
    void sound.play().catch(() => undefined);
  }
  call.levels.push(["[data-heard]", levelOf(call.audio, stream)]);
}

function begin(): void {
  say("calling");
  const keyed = part("[data-typed]");
  if (keyed) keyed.textContent = "";
  engaged(true);
}

function talking(call: Call): void {
  say(call.microphone ? "talking" : "deaf");
  for (const key of pad) key.disabled = false;
  call.timer = window.setInterval(() => call.levels.forEach(([where, level]) => show(where, level())), METER_MS);
}

function over(how: string): void {
  const call = current;
  current = undefined;
  say(how);
  for (const key of pad) key.disabled = true;
  for (const where of ["[data-heard]", "[data-spoken]"]) show(where, 0);
  engaged(false);
  if (!call) return;
  clearInterval(call.timer);
  silence(call.microphone);
  call.peer.close();
  void call.audio.close();
}

function silence(microphone?: MediaStream): void {
  microphone?.getTracks().forEach((track) => track.stop());
}

function press(key: string): void {
  if (current?.keys.readyState !== "open") return;
  current.keys.send(key);
  const keyed = part("[data-typed]");
  if (keyed) keyed.textContent += key;
}

// A key of the keyboard moves the one on the screen; the list of callers keeps its own.
function typed(event: KeyboardEvent): void {
  const key = pad.find((one) => one.value === event.key);
  if (!key || !KEYS.includes(event.key) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === caller) return;
  press(event.key);
  key.classList.add("down");
  setTimeout(() => key.classList.remove("down"), DOWN_MS);
}

// Whoever calls is asked for their own number; who withholds theirs types what they like.
function number(): void {
  const line = part("[data-types]");
  const shown = line?.querySelector("[data-number]");
  const theirs = caller?.selectedOptions[0]?.dataset.number ?? "";
  if (!line || !shown) return;
  shown.textContent = theirs;
  line.hidden = !theirs;
}

function engaged(is: boolean): void {
  dial?.classList.toggle("btn-refuse", is);
  dial?.classList.toggle("btn-primary", !is);
  part("[data-idle]")!.hidden = is;
  part("[data-busy-line]")!.hidden = !is;
  caller!.disabled = is;
}

function say(name: string): void {
  const state = part("[data-state]");
  if (state) state.textContent = form?.dataset[name] ?? "";
}

function show(where: string, level: number): void {
  const meter = part<HTMLMeterElement>(where);
  if (meter) meter.value = level;
}

function part<Element extends HTMLElement = HTMLElement>(where: string): Element | null {
  return form?.querySelector<Element>(where) ?? null;
}

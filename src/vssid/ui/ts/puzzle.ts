// Solves the small calculation of a protected form while the person types: a number that, after the token and a
// colon, gives a SHA-256 with so many leading zeros. Sends the form only when it is solved.
const AT_ONCE = 256;

export function puzzleForms(): void {
  if (!globalThis.crypto?.subtle) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-puzzle]")) {
    const answer = form.querySelector<HTMLInputElement>("input[name=answer]");
    const said = form.querySelector("[data-said]");
    if (!answer) continue;
    let solving: Promise<string> | undefined;
    const solve = (): Promise<string> =>
      (solving ??= solved(form.dataset.puzzle ?? "", Number(form.dataset.bits)));
    form.addEventListener("input", () => void solve(), { once: true });
    form.addEventListener(
      "submit",
      (event) => {
        if (answer.value) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (said) said.textContent = form.dataset.busy ?? "";
        void solve().then((number) => {
          answer.value = number;
          if (said) said.textContent = "";
          // not within the event that is being stopped: a form does not send while it decides about sending
          setTimeout(() => form.requestSubmit());
        });
      },
      { capture: true },
    );
  }
}

async function solved(token: string, bits: number): Promise<string> {
  const letters = new TextEncoder();
  for (let first = 0; ; first += AT_ONCE) {
    const digests = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, next) =>
        crypto.subtle.digest("SHA-256", letters.encode(`${token}:${first + next}`)),
      ),
    );
    const found = digests.findIndex((digest) => new DataView(digest).getUint32(0) >>> (32 - bits) === 0);
    if (found >= 0) return String(first + found);
  }
}

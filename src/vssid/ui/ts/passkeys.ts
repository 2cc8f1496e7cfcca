// Passkeys: the form's button asks the device, the form carries the answer. Where a browser or an address
// (a bare number has no name to bind a key to) can have none, the forms stay hidden.
type Options = Record<string, unknown>;

let waiting: AbortController | undefined;

export function passkeyForms(): void {
  const forms = document.querySelectorAll<HTMLFormElement>("form[data-passkey]");
  if (!forms.length || !able()) return;
  document.querySelector<HTMLElement>("[data-passkey-unable]")?.remove();
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      if (answerOf(form).value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting?.abort();
      void asked(form).then(
        () => form.requestSubmit(),
        () => {
          const failed = form.querySelector<HTMLElement>("[data-passkey-failed]");
          if (failed) failed.hidden = false;
        },
      );
    });
    if (form.dataset.passkey === "offer") offerInField(form);
  }
}

function able(): boolean {
  return "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(location.hostname);
}

// The device's own list under the number field, where the browser has one; asked for at the first tap.
function offerInField(form: HTMLFormElement): void {
  const field = document.querySelector<HTMLInputElement>("input[name=login]");
  const available = PublicKeyCredential.isConditionalMediationAvailable;
  if (!field || !available) return;
  field.autocomplete = "username webauthn" as AutoFill;
  const ask = async (): Promise<void> => {
    if (!(await available.call(PublicKeyCredential))) return;
    waiting = new AbortController();
    await asked(form, { mediation: "conditional", signal: waiting.signal });
    form.requestSubmit();
  };
  field.addEventListener("focus", () => void ask().catch(() => undefined), { once: true });
  if (document.activeElement === field) void ask().catch(() => undefined);
}

async function asked(form: HTMLFormElement, how: CredentialRequestOptions = {}): Promise<void> {
  const options = await optionsOf(form);
  const creates = form.dataset.passkey === "create";
  const found = creates
    ? await navigator.credentials.create({ publicKey: creation(options) })
    : await navigator.credentials.get({ ...how, publicKey: request(options) });
  if (!(found instanceof PublicKeyCredential)) throw new Error("no passkey");
  answerOf(form).value = JSON.stringify(plain(found));
}

async function optionsOf(form: HTMLFormElement): Promise<Options> {
  const { options, optionsUrl } = form.dataset;
  if (options) return JSON.parse(options) as Options;
  const answer = await fetch(optionsUrl ?? "", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Options;
}

function answerOf(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem("credential") as HTMLInputElement;
}

function creation(options: Options): PublicKeyCredentialCreationOptions {
  const user = options.user as Options;
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: named(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function request(options: Options): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: named(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

function named(list: unknown): { id: ArrayBuffer }[] {
  return ((list ?? []) as Options[]).map((entry) => ({ ...entry, id: bytes(entry.id) }));
}

function plain(found: PublicKeyCredential): Options {
  const response: Options = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    const value = (found.response as unknown as Record<string, ArrayBuffer | null | undefined>)[part];
    if (value) response[part] = text(value);
  }
  return {
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    response,
    clientExtensionResults: found.getClientExtensionResults(),
  };
}

function bytes(value: unknown): ArrayBuffer {
  const plainText = atob(String(value).replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plainText, (letter) => letter.charCodeAt(0)).buffer;
}

function text(value: ArrayBuffer): string {
  const letters = btoa(String.fromCharCode(...new Uint8Array(value)));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

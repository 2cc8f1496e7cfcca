// Hands the address of a page to the phone's own share sheet; where there is none, copies it and says so.
const SAID_FOR = 3000;

export function shareButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-share]")) {
    const words = button.querySelector("span");
    if (!words || (!navigator.share && !navigator.clipboard)) continue;
    const before = words.textContent;
    const url = button.dataset.share ?? location.href;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (navigator.share) {
        await navigator.share({ title: button.dataset.title, url }).catch(() => undefined);
        return;
      }
      await navigator.clipboard.writeText(url);
      words.textContent = button.dataset.done ?? before;
      setTimeout(() => (words.textContent = before), SAID_FOR);
    });
  }
}

// Copies an identity number as digits alone and says so for three seconds.
const SAID_FOR = 3000;

export function copyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const words = button.querySelector("span");
    if (!words) continue;
    const before = words.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      words.textContent = button.dataset.done ?? before;
      setTimeout(() => (words.textContent = before), SAID_FOR);
    });
  }
}

// The summary of a refused form takes the focus, so that readers begin with it.
export function focusErrors(): void {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}

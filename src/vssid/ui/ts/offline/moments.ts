// Times as the server writes them, in the patterns it hands over with the offline page; by the clock of Viet Nam.
const ZONE = "Asia/Ho_Chi_Minh";

interface Patterns {
  moment: string;
  day: string;
  months: string[];
}

export function momentWriter(from: HTMLElement): (saved: number) => string {
  const { moment, day, months } = JSON.parse(from.dataset.moments ?? "{}") as Patterns;
  return (saved) => {
    const at = parts(saved);
    const padded = { ...at, name: months[Number(at.month) - 1] ?? "" };
    return fill(moment, { time: `${at.hour}:${at.minute}`, day: fill(day, padded) });
  };
}

// The day in Viet Nam, as 2026-11-22.
export function today(): string {
  const at = parts(Date.now());
  return `${at.year}-${at.month}-${at.day}`;
}

function parts(moment: number): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }); // prettier-ignore
  return Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

// The server's own patterns: {name}, and {day:02d} for two digits.
function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)(:02d)?\}/g, (_, name: string, two?: string) => {
    const value = values[name] ?? "";
    return two || name === "time" || name === "name" || !/^\d+$/.test(value) ? value : String(Number(value));
  });
}

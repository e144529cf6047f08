// Keys for people who live in this program: "/" search, "?" help, "g" and a letter to go
// somewhere, "j" and "k" along the rows of a list. Nothing happens while someone is typing, and who
// speaks to the computer can turn them off (WCAG 2.1.4).

const WAIT = 1500;
const OFF = "shortcuts-off";
// When "g" was pressed; long enough ago means that no letter is being waited for.
const LONG_AGO = -WAIT;
let going = LONG_AGO;

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, dialog *"))
  );
}

function go(key: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(key)}"]`);
  link?.click();
  return link !== null;
}

function step(by: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>("[data-list] > * a[href]")].filter(
    (link) => link === link.closest("[data-list] > *")?.querySelector("a[href]"),
  );
  const row = document.activeElement?.closest("[data-list] > *");
  const at = links.findIndex((link) => row?.contains(link));
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  next?.focus();
  return next !== undefined;
}

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>("#search, main input[type=search]");
  field?.focus();
  field?.select();
  return field !== null;
}

function help(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("#shortcuts");
  if (dialog && !dialog.open) dialog.showModal();
  return dialog !== null;
}

function handle(key: string, now: number): boolean {
  if (now - going < WAIT) {
    going = LONG_AGO;
    return go(key);
  }
  switch (key) {
    case "g":
      going = now;
      return true;
    case "/":
      return search();
    case "?":
      return help();
    case "j":
      return step(1);
    case "k":
      return step(-1);
    default:
      return false;
  }
}

function wire(): void {
  const opener = document.querySelector<HTMLButtonElement>("#open-shortcuts");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", help);
  }
  const choice = document.querySelector<HTMLInputElement>("#shortcuts-on");
  if (choice) {
    choice.checked = localStorage.getItem(OFF) === null;
    choice.addEventListener("change", () => {
      if (choice.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    });
  }
}

wire();
document.addEventListener("keydown", (event) => {
  if (localStorage.getItem(OFF) !== null) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!typing(event.target) && handle(event.key, event.timeStamp)) event.preventDefault();
});

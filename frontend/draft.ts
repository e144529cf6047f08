// Keeps what is typed in a long form until it has been saved, so that nothing is lost when a
// session ends or a tab reloads. Kept in sessionStorage: it stays in this tab and goes with it.
//
//   <form data-draft="a-name">     keep this form under this name and the path of the page
//   <input data-draft="off">       never keep this field; BSN, passwords and files never are
//   data-saved on a message        the server saved it: forget the draft of this form
//   <form data-draft="clear-all">  signing out: forget everything
//   <meta name="draft-owner">      whose drafts these are; another owner in this tab finds nothing

const PREFIX = "draft:";
const MARK = "draft-sent";
const OWNER = "draft-owner";
const LIMIT = 200_000;
const NEVER = "[type=hidden], [type=password], [type=file], [data-draft=off], [name*=bsn i]";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Kept = Record<string, string[]>;

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field => field.matches("input, textarea, select") && !field.matches(NEVER),
  );
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement) {
    return [...field.selectedOptions].map((option) => option.value);
  }
  if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
    return field.checked ? [field.value] : [];
  }
  return [field.value];
}

function read(form: HTMLFormElement): Kept {
  const kept: Kept = {};
  for (const field of fieldsOf(form)) {
    if (field.name) kept[field.name] = [...(kept[field.name] ?? []), ...valuesOf(field)];
  }
  return kept;
}

function put(field: Field, values: string[]): void {
  if (field instanceof HTMLSelectElement) {
    for (const option of field.options) option.selected = values.includes(option.value);
  } else if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
    field.checked = values.includes(field.value);
  } else if (values[0] !== undefined) {
    field.value = values[0];
  }
}

function write(form: HTMLFormElement, kept: Kept): void {
  for (const field of fieldsOf(form)) {
    const values = kept[field.name];
    if (values) put(field, values);
  }
}

function keyOf(form: HTMLFormElement): string {
  return `${PREFIX}${location.pathname}:${form.dataset.draft ?? ""}`;
}

function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) || key === MARK) sessionStorage.removeItem(key);
  }
}

function forgetOthers(): void {
  const owner = document.querySelector<HTMLMetaElement>(`meta[name=${OWNER}]`)?.content;
  if (!owner) return;
  if (sessionStorage.getItem(OWNER) !== owner) forgetAll();
  sessionStorage.setItem(OWNER, owner);
}

function forgetSent(): void {
  const sent = sessionStorage.getItem(MARK);
  if (sent && document.querySelector("[data-saved]")) sessionStorage.removeItem(sent);
  sessionStorage.removeItem(MARK);
}

function keep(form: HTMLFormElement): void {
  const text = JSON.stringify(read(form));
  if (text.length <= LIMIT) sessionStorage.setItem(keyOf(form), text);
}

function watch(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(keyOf(form));
  // A form that comes back with errors already holds what was typed.
  if (kept && !form.querySelector("[data-error], #error-summary")) write(form, JSON.parse(kept) as Kept);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("change", () => keep(form));
  form.addEventListener("submit", () => sessionStorage.setItem(MARK, keyOf(form)));
}

forgetOthers();
forgetSent();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
  if (form.dataset.draft === "clear-all") form.addEventListener("submit", forgetAll);
  else if (form.dataset.draft !== "off") watch(form);
}

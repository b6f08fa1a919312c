/** The element with this id, of the class asked for; a page without it is broken, so it is an error. */
export function byId<T extends Element>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id}`);
  return element as T;
}

/** The chosen value of a group of radio buttons. */
export function chosen(group: Element): string {
  return group.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
}

/** Fills `{name}` in a text. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A number in the manner of the page's language, with a true minus sign. */
export function numberIn(locale: string, value: number, digits: number): string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(value).replace('-', '\u2212');
}

/** An element with text (never markup) and attributes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Text made safe for HTML, also inside attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON made safe inside a script element: no closing tag, no line separators. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** One table: first row of cells is the head. Cells are HTML already. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  attributes = '',
): string {
  const cells = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return `<div class="scroll"><table ${attributes}><caption>${caption}</caption><thead><tr>${head
    .map((cell) => `<th scope="col">${cell}</th>`)
    .join(
      '',
    )}</tr></thead><tbody>${rows.map((row, i) => `<tr data-row="${i}">${cells(row)}</tr>`).join('')}</tbody></table></div>`;
}

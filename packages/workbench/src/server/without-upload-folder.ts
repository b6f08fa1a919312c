/** An upload by its reference: the folder of one upload, up to the name its owner gave it. */
const OF_ONE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[\\/]/;

/**
 * A value with every path into the folder of uploads replaced by the file's own name: nobody else knows that folder, and it tells
 * where the server keeps its files. Strings are looked through at any depth; other values stay as they are.
 *
 * @param folder absolute path of the folder of uploads
 */
export function withoutUploadFolder<T>(value: T, folder: string): T {
  return cleaned(value, folder) as T;
}

function cleaned(value: unknown, folder: string): unknown {
  if (typeof value === 'string') return cleanText(value, folder);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one, folder));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, folder)]));
}

function cleanText(text: string, folder: string): string {
  const [first = '', ...rest] = text.split(folder);
  return [first, ...rest.map((part) => part.replace(/^[\\/]/, '').replace(OF_ONE, ''))].join('');
}

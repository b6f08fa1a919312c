/** Placeholder until the page is written. */
export function DataPage() {
  return null;
}

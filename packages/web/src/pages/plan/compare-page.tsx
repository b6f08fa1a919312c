/** Placeholder until the page is written. */
export function ComparePage() {
  return null;
}

/** Placeholder until the page is written. */
export function RunsPage() {
  return null;
}

/** Placeholder until the page is written. */
export function SchedulePage() {
  return null;
}

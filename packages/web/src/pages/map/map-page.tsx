/** Placeholder until the page is written. */
export function MapPage() {
  return null;
}

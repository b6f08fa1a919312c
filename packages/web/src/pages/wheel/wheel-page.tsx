/** Placeholder until the page is written. */
export function WheelPage() {
  return null;
}

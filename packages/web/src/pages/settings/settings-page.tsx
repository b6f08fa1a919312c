/** Placeholder until the page is written. */
export function SettingsPage() {
  return null;
}

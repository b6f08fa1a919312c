/** Text that stands for itself in HTML, SVG and XML, between tags or in an attribute in double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A picture as the address of an image. It holds the picture itself: nothing has to be given back, and nothing can go missing meanwhile. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

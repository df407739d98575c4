/** Words may repeat a number somebody just read or heard: whoever reads the words reads no number. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[\s-]?\d){4,}/g, '…');
}

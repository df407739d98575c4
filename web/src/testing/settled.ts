/** Lets everything that is already answered run to its end. */
export function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

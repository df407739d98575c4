/** A choice kept in this browser. Where storage is refused (private window, full disk) the choice holds for the visit only. */
export function remembered<T extends string>(key: string, isValid: (value: unknown) => value is T) {
  return {
    read(): T | null {
      try {
        const value = localStorage.getItem(key);
        return isValid(value) ? value : null;
      } catch {
        return null;
      }
    },
    write(value: T): void {
      try {
        localStorage.setItem(key, value);
      } catch {
        return;
      }
    },
  };
}

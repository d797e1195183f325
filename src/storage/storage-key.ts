const keyForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is a name that save() gives: nothing else on a shelf is ours to read or to remove. */
export function isStorageKey(text: string): boolean {
  return keyForm.test(text);
}

/** Throws for a key that save() did not give, so that none leads out of the shelf. */
export function checkStorageKey(key: string): string {
  if (!isStorageKey(key)) throw new Error("a storage key must be one that save() gave");
  return key;
}

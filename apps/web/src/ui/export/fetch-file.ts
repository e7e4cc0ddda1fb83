export type FetchedFile = { name: string; content: Blob };

/** A file of the API with the name that it gives; an error whose message is the HTTP status when there is none. */
export async function fetchFile(address: string): Promise<FetchedFile> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(String(answer.status));
  return { name: nameIn(answer.headers.get('content-disposition')), content: await answer.blob() };
}

export function nameIn(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'karavaan';
}

export function saveFile({ name, content }: FetchedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

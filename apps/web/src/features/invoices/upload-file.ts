/** Keeps a file under an id of ours; gives the id, or undefined when it is no PDF or picture. */
export async function uploadFile(file: File): Promise<string | undefined> {
  const id = crypto.randomUUID();
  const answer = await fetch(`/documents/${id}?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
  if (answer.ok) return id;
  if (answer.status === 413 || answer.status === 415) return undefined;
  throw new Error(`The file did not arrive: ${answer.status}.`);
}

const LONGEST_SIDE = 1_800;

/**
 * Puts a photo or a report on the server, and gives its id. A large photo is made smaller first: a phone on a weak
 * network sends it too.
 */
export async function uploadFile(file: File): Promise<string> {
  const id = crypto.randomUUID();
  const body = await smaller(file);
  const response = await fetch(`/documents/${id}?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body });
  if (!response.ok) throw new Error(`The upload was answered with ${response.status}.`);
  return id;
}

async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && file.size < 1_000_000) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
}

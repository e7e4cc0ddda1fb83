import type { RecordKind } from '@karavaan/domain';

export interface SendResult {
  readonly id?: string;
  /** Why the file cannot be read. */
  readonly problem?: string;
  readonly most?: number | null;
}

/** Brings a file for a preview, and tells how much of it has gone. Fails when the server cannot be reached. */
export function sendFile(id: string, kind: RecordKind, file: File, onProgress: (share: number) => void): Promise<SendResult> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/imports/${id}?kind=${kind}&name=${encodeURIComponent(file.name)}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Error('The file did not arrive.')));
    request.addEventListener('load', () => {
      const answer = parse(request.responseText);
      if (request.status === 200) resolve({ id });
      else if (typeof answer.code === 'string') resolve({ problem: answer.code, most: answer.most ?? null });
      else reject(new Error(`The upload was answered with ${request.status}.`));
    });
    request.send(file);
  });
}

function parse(text: string): { code?: string; most?: number } {
  try {
    return JSON.parse(text) as { code?: string; most?: number };
  } catch {
    return {};
  }
}

/** Texts by key; nested at will. */
export type Catalogue = { [key: string]: string | Catalogue };

/** Joins the catalogues of all folders: that of `features/sites/messages.nl.json` stands under `sites`. */
export function mergeCatalogues(files: Record<string, Catalogue>): Catalogue {
  const merged: Catalogue = {};
  for (const [file, texts] of Object.entries(files)) merged[folderOf(file)] = texts;
  return merged;
}

function folderOf(file: string): string {
  return file.split('/').at(-2) ?? '';
}

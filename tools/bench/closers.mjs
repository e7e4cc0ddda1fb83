// What a bench opened, to be closed when it is done and also on Ctrl-C.
const open = new Set();

/** @param {() => Promise<void> | void} close @returns {() => Promise<void>} closes it, once */
export function closer(close) {
  const once = async () => {
    if (open.delete(once)) await close();
  };
  open.add(once);
  return once;
}

/** Closes everything, the latest first. */
export async function closeAll() {
  for (const close of [...open].toReversed()) await close().catch((error) => console.error(String(error)));
}

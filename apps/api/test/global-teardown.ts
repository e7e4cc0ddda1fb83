/** Stops the server, unless another run of the tests still uses it. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.endTestServer?.();
}

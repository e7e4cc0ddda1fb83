/** A problem that a person can solve: shown as one sentence, without a stack, and ends the program with code 1. */
export class StartError extends Error {}

/** Runs `main`; a StartError becomes one sentence and exit code 1, anything else keeps its stack (it is a bug). */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof StartError) console.error(error.message);
    else console.error(error);
    process.exit(1);
  }
}

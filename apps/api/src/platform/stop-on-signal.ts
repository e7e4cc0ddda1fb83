/** Stops once, on the usual signals or when the program that started this one is gone; a second signal ends at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
  // Its channel closes however the parent ends, kill -9 included; after a signal this is no second one.
  process.once('disconnect', () => stopping || begin());
}

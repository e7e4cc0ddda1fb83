import highs, { type Highs } from 'highs';

export type HighsRuntime = Highs;

/** The package's types stand for its CommonJS half, in which the function is one level deeper. */
const load = highs as unknown as typeof highs.default;

let loading: Promise<HighsRuntime> | undefined;

/** HiGHS as WebAssembly; compiled once in each thread, in about a tenth of a second. */
export function loadHighs(): Promise<HighsRuntime> {
  loading ??= load();
  return loading;
}

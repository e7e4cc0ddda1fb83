export type Problems = string[];

/** Readers of single environment variables; each wrong value adds one sentence to `problems` and gives the fallback. */
export function readers(env: NodeJS.ProcessEnv, problems: Problems) {
  const value = (name: string) => env[name]?.trim() || undefined;

  function whole(name: string, fallback: number, least: number, most: number): number {
    const text = value(name);
    if (text === undefined) return fallback;
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    problems.push(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`);
    return fallback;
  }

  function optionalUrl(name: string, protocols: readonly string[]): string | undefined {
    const text = value(name);
    // A tile address holds {z}, {x} and {y}, which a URL may carry in its path.
    if (text === undefined || (URL.canParse(text) && protocols.includes(new URL(text).protocol))) return text;
    problems.push(`${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return undefined;
  }

  return {
    whole,
    optionalUrl,
    text: (name: string, fallback: string) => value(name) ?? fallback,
    url(name: string, fallback: string | undefined, protocols: readonly string[]): string {
      if (value(name) === undefined && fallback === undefined)
        problems.push(`${name} must be set; it is an address that starts with ${protocols.at(-1)}//.`);
      return optionalUrl(name, protocols) ?? fallback ?? '';
    },
    oneOf(name: string, fallback: string, allowed: readonly string[]): string {
      const text = value(name) ?? fallback;
      if (allowed.includes(text)) return text;
      problems.push(`${name} must be one of ${allowed.join(', ')}; it is "${text}".`);
      return fallback;
    },
    email(name: string, fallback: string): string {
      const text = value(name) ?? fallback;
      if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
      problems.push(`${name} must be an e-mail address; it is "${text}".`);
      return fallback;
    },
    shift(name: string, fallback: string): { from: string; to: string } {
      const text = value(name) ?? fallback;
      const [from = '', to = ''] = text.split('-');
      const time = /^([01]\d|2[0-3]):[0-5]\d$/;
      if (time.test(from) && time.test(to) && from < to) return { from, to };
      problems.push(`${name} must be two times of a day such as 07:30-17:30; it is "${text}".`);
      return { from: '07:30', to: '17:30' };
    },
  };
}

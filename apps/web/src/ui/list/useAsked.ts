import { useSearchParams } from 'react-router';

/** What a list was asked, kept in the address. */
export function useAsked(order: string, down: boolean) {
  const [params, setParams] = useSearchParams();
  const sort = { key: params.get('orde') ?? order, down: params.has('af') ? params.get('af') === '1' : down };
  const set = (changes: Record<string, string>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value) old.set(name, value);
        else old.delete(name);
      }
      return old;
    });
  return {
    params,
    set,
    sort,
    onSort: ({ key, down: next }: { key: string; down: boolean }) => set({ orde: key, af: next ? '1' : '0' }),
    asked: { text: params.get('zoek'), sort: { by: sort.key, descending: sort.down } },
  };
}

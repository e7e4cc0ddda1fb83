import { useEffect } from 'react';

/** Names the tab: "Alle kits · Karavaan". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Karavaan` : 'Karavaan';
  }, [title]);
}

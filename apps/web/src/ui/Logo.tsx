/** The mark: the stem where a kit stands, the leg in and the leg out, and the kit. */
export function Logo({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" fill="#1C4C92" />
      <path d="M10.5 8.5v23" stroke="#fff" strokeWidth="4.8" strokeLinecap="round" />
      <path d="M30 8.5 19 20l11 11.5" stroke="#fff" strokeWidth="4.8" strokeLinecap="round" strokeLinejoin="round" fill="none" />
      <rect x="13.8" y="14.2" width="11.6" height="11.6" rx="3.2" fill="#FFC917" stroke="#1C4C92" strokeWidth="1.8" />
    </svg>
  );
}

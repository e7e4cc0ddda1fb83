import helmet from 'helmet';
import type { Settings } from '../settings.js';
import type { WebBuild } from './web-build.js';

/**
 * Headers for a web client that this server serves itself. The page's own inline scripts (the colour scheme has to be
 * known before the first paint) are allowed by their hash; styles may be inline because Mantine sets them so.
 */
export function securityHeaders(settings: Settings, build: () => WebBuild) {
  const https = settings.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", () => build().inlineScripts.join(' ')],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts(settings.tileUrl)],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** The hosts of a tile address such as https://{s}.tile.example/{z}/{x}/{y}.png. */
function tileHosts(tileUrl: string | undefined): string[] {
  if (!tileUrl) return [];
  const [, protocol, host] = /^(https?:)\/\/([^/]+)/.exec(tileUrl) ?? [];
  return host ? [`${protocol}//${host.replace(/^\{s\}/, '*')}`] : [];
}

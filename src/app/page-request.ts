/**
 * What the guard judges of a page view. A link on another site may lead here, so the site it came from is left out;
 * Host and session are judged as everywhere.
 */
export function pageRequest(url: string, incoming: Headers): Request {
  const headers = new Headers(incoming);
  headers.delete("sec-fetch-site");
  return new Request(url, { headers });
}

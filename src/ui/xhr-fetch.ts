export interface UploadProgress {
  sent: number;
  total: number;
}

const emptyStatus = new Set([101, 204, 205, 304]);

/** A `fetch` made of XMLHttpRequest, which alone tells how many bytes of the body have left. */
export function xhrFetch(onProgress: (progress: UploadProgress) => void): typeof fetch {
  return (input, init) =>
    new Promise<Response>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init?.method ?? "POST", String(input));
      request.responseType = "text";
      new Headers(init?.headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.onprogress = (event) => onProgress({ sent: event.loaded, total: event.total });
      request.onload = () => {
        const body = emptyStatus.has(request.status) ? null : request.responseText;
        const contentType = request.getResponseHeader("content-type") ?? "application/json";
        resolve(new Response(body, { status: request.status, headers: { "content-type": contentType } }));
      };
      request.onerror = () => reject(new TypeError("The upload was cut."));
      request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
      const { signal } = init ?? {};
      if (signal?.aborted) return request.abort();
      signal?.addEventListener("abort", () => request.abort(), { once: true });
      const body = init?.body;
      request.send(body instanceof Blob ? body : null);
    });
}

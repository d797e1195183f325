// A real S3 server as a process of its own: s3-server.mjs <folder> <port> <bucket>. It knows its key's id, checks no
// signature, and keeps all in the folder, so that one started again on it has what it had. The package knows neither AbortMultipartUpload nor
// ListMultipartUploads; both are added here over its own store. On the message "stall" it stops each download in its middle.
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import S3rver from "s3rver";

const [directory, port, name] = process.argv.slice(2);
const server = new S3rver({
  directory,
  port: Number(port),
  address: "127.0.0.1",
  silent: true,
  configureBuckets: [{ name, configs: [] }],
});
const uploadsOf = (bucket) => server.store.getResourcePath(bucket, undefined, "uploads");

async function listUploads(bucket, prefix) {
  const folder = uploadsOf(bucket);
  const uploads = [];
  for (const id of await readdir(folder).catch(() => [])) {
    const place = join(folder, id, "key");
    const [key, { mtime }] = await Promise.all([readFile(place, "utf8"), stat(place)]);
    if (key.startsWith(prefix)) uploads.push({ Key: key, UploadId: id, Initiated: mtime.toISOString() });
  }
  return { ListMultipartUploadsResult: { Bucket: bucket, IsTruncated: false, Upload: uploads } };
}

async function missingCalls(ctx, next) {
  const [, bucket, ...key] = ctx.path.split("/");
  const isObject = key.join("/") !== "";
  if (ctx.method === "GET" && !isObject && "uploads" in ctx.query) {
    ctx.body = await listUploads(bucket, ctx.query.prefix ?? "");
  } else if (ctx.method === "DELETE" && isObject && ctx.query.uploadId) {
    await rm(join(uploadsOf(bucket), ctx.query.uploadId), { recursive: true, force: true });
    ctx.status = 204;
  } else {
    await next();
  }
}

let stalls = false;
process.on("message", (message) => {
  stalls = message === "stall";
});

/** Lets half of a download through and then nothing more, until this process ends. */
async function stalling(ctx, next) {
  await next();
  if (!stalls || ctx.method !== "GET" || typeof ctx.body?.pipe !== "function") return;
  let left = ctx.length / 2;
  ctx.body = ctx.body.pipe(
    new Transform({
      transform(chunk, _encoding, done) {
        left -= chunk.length;
        if (left > 0) done(null, chunk);
        else process.send("stalled");
      },
    }),
  );
}

// Before the router, which comes last; answers are made XML by what stands before.
server.middleware.splice(-1, 0, stalling, missingCalls);
await server.run();
process.send("ready");
process.on("disconnect", () => process.exit());

import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
  type MultipartUpload,
  PutObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import { env } from "@/env";
import { AppError } from "@/errors";
import type { Storage } from "./contract";
import { copyToDisk } from "./copy-to-disk";
import { s3Client } from "./s3-client";
import { isMissing, s3Fault } from "./s3-fault";
import { s3Save } from "./s3-save";
import { checkStorageKey, isStorageKey } from "./storage-key";

const markName = "deployment";

/** A shelf that is a bucket, or the part of one under S3_PREFIX. */
export function s3Storage(): Storage {
  const client = s3Client();
  const { S3_BUCKET: bucket = "", S3_PREFIX: prefix } = env();
  const nameOf = (key: string) => `${prefix}${checkStorageKey(key)}`;
  const keyOf = (name = "") => {
    const key = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    return isStorageKey(key) ? key : null;
  };

  async function open(key: string, signal?: AbortSignal): Promise<Readable> {
    const target = { Bucket: bucket, Key: nameOf(key) };
    try {
      const options = signal ? { abortSignal: signal } : {};
      const { Body } = await client.send(new GetObjectCommand(target), options);
      if (!(Body instanceof Readable)) throw new Error("no body came");
      return withFaults(Body);
    } catch (error) {
      signal?.throwIfAborted();
      if (isMissing(error)) throw new AppError("file-gone", "The file is no longer kept.");
      throw s3Fault(error);
    }
  }

  /** Unlike a HEAD, its answer says in words what is wrong, and the sweep needs the same right. */
  async function check(): Promise<void> {
    const asked = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 });
    await client.send(asked).catch(rethrow);
  }

  async function* openUploads(): AsyncGenerator<MultipartUpload, void> {
    let page: ListMultipartUploadsCommandOutput | undefined;
    do {
      const from = { KeyMarker: page?.NextKeyMarker, UploadIdMarker: page?.NextUploadIdMarker };
      const asked = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...from });
      page = await client.send(asked).catch(rethrow);
      yield* page.Uploads ?? [];
    } while (page.IsTruncated);
  }

  return {
    open,
    save: (stream, options) => s3Save({ client, bucket, nameOf }, stream, options),
    place: (file, options) => copyToDisk(() => open(file.key, options.signal), file, options),
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: nameOf(key) })).catch(rethrow);
    },
    async exists(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: nameOf(key) }));
        return true;
      } catch (error) {
        if (!isMissing(error)) throw s3Fault(error);
      }
      // A HEAD cannot tell a missing object from a missing bucket, and in the latter no file is gone for good.
      await check();
      return false;
    },
    async claim(owner) {
      const mark = { Bucket: bucket, Key: `${prefix}${markName}` };
      const read = async () => {
        try {
          const { Body } = await client.send(new GetObjectCommand(mark));
          return (await Body?.transformToString()) ?? "";
        } catch (error) {
          if (isMissing(error)) return null;
          throw s3Fault(error);
        }
      };
      if ((await read()) === null)
        await client.send(new PutObjectCommand({ ...mark, Body: owner })).catch(rethrow);
      return (await read()) === owner;
    },
    async *keys() {
      try {
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
          yield (page.Contents ?? []).flatMap(({ Key, LastModified }) => {
            const key = keyOf(Key);
            return key !== null && LastModified ? [{ key, savedAt: LastModified }] : [];
          });
        }
      } catch (error) {
        throw s3Fault(error);
      }
    },
    async dropUnfinished(before) {
      let dropped = 0;
      for await (const { Key, UploadId, Initiated } of openUploads()) {
        if (keyOf(Key) === null || !Initiated || Initiated >= before) continue;
        const left = { Bucket: bucket, Key, UploadId };
        await client.send(new AbortMultipartUploadCommand(left)).catch(rethrow);
        dropped += 1;
      }
      return dropped;
    },
    check,
  };
}

function rethrow(error: unknown): never {
  throw s3Fault(error);
}

/** A stream whose break is a fault of the shelf. */
function withFaults(body: Readable): Readable {
  return Readable.from(
    (async function* () {
      try {
        yield* body;
      } catch (error) {
        throw s3Fault(error);
      }
    })(),
    { objectMode: false },
  );
}

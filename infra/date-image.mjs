// Makes an image in an OCI layout say nothing of when and by whom it was made: the files of the program belong to root,
// can be read by everybody, and carry, like the image, the date of the sources. Prints the digest of the image.
// Usage: node date-image.mjs FOLDER SECONDS
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, seconds] = process.argv.slice(2);
const created = new Date(Number(seconds) * 1000).toISOString();
const digestOf = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");
const pathOf = (digest) => join(folder, "blobs", ...digest.split(":"));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

// Writes what a descriptor points at and lets the descriptor point at the new bytes.
function replace(descriptor, bytes) {
  rmSync(pathOf(descriptor.digest));
  descriptor.digest = digestOf(bytes);
  descriptor.size = bytes.length;
  writeFileSync(pathOf(descriptor.digest), bytes);
}

// The same files in the same order with the same dates and owner.
function repack(layer) {
  const files = mkdtempSync(join(tmpdir(), "igw-layer-"));
  try {
    execFileSync("tar", ["-xzf", layer, "-C", files, "--no-same-owner"]);
    const fixed = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=a=r,u+w,a+X"];
    return execFileSync("tar", [...fixed, "--format=ustar", `--mtime=@${seconds}`, "-C", files, "-cf", "-", "app"], {
      maxBuffer: 2 ** 30,
    });
  } finally {
    rmSync(files, { recursive: true });
  }
}

const index = read(join(folder, "index.json"));
for (const image of index.manifests) {
  const manifest = read(pathOf(image.digest));
  const config = read(pathOf(manifest.config.digest));
  const layer = manifest.layers.at(-1);
  const files = repack(pathOf(layer.digest));
  replace(layer, gzipSync(files, { level: 9 }));
  config.rootfs.diff_ids[config.rootfs.diff_ids.length - 1] = digestOf(files);
  config.created = created;
  for (const step of config.history ?? []) if (step.author === ".NET SDK") step.created = created;
  replace(manifest.config, Buffer.from(JSON.stringify(config)));
  replace(image, Buffer.from(JSON.stringify(manifest)));
}
writeFileSync(join(folder, "index.json"), JSON.stringify(index));
console.log(index.manifests[0].digest);

// npm start, npm run dev. No dependency and no modern syntax before the Node version is known to be right.
const wanted = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `FacNet Validator needs Node ${wanted.join(".")} or newer; this is ${process.versions.node}.`,
  );
  console.error("Install a newer one from https://nodejs.org and run the command again.");
  process.exit(1);
}

const { runEverything } = await import("./start/run-everything.mjs");
await runEverything({ dev: process.argv.includes("--dev") });

// Plays what stands on standard input, one program and scenario a line, and prints what came of each.
import readline from "node:readline";
import { told } from "./told.mjs";

for await (const line of readline.createInterface({ input: process.stdin })) console.log(told(line));

import { describeBoard } from "./board-cases";

describeBoard();

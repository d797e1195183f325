import { describeOperationDoors } from "./operation-doors";

describeOperationDoors();

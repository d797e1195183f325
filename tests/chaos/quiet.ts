// Imported first: the log reads its level when it is loaded, and this program prints what matters itself.
process.env.LOG_LEVEL ??= "silent";

using Emulator.Commands;

return EmulatorCommandLine.Run(args);

using NotifierGen.Tool.Commands;

return ToolCommandLine.Run(args, Console.Out, Console.Error);

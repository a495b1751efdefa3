using NotifierGen.Benchmarks;

return BenchmarkCommandLine.Run(args);

using System.Globalization;
using BenchmarkDotNet.Running;
using NotifierGen.Benchmarks.Dispatch.Scale;

if (args is ["scale", .. string[] rest])
{
    return ScaleReport.Run(rest is [string devices] ? int.Parse(devices, CultureInfo.InvariantCulture) : 1_000_000);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;

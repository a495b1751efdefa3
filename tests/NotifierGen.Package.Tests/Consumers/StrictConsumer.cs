namespace NotifierGen.Package.Tests.Consumers;

/// <summary>A library with the strictest project file, for all frameworks, that keeps what is generated for it beside its sources.</summary>
internal static class StrictConsumer
{
    public static readonly string[] Frameworks = ["netstandard2.0", "net8.0", "net10.0"];

    private const string Properties = """
        <TargetFramework></TargetFramework>
        <TargetFrameworks>netstandard2.0;net8.0;net10.0</TargetFrameworks>
        <LangVersion>9.0</LangVersion>
        <ImplicitUsings>disable</ImplicitUsings>
        <Nullable>disable</Nullable>
        <AllowUnsafeBlocks>false</AllowUnsafeBlocks>
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
        <CompilerGeneratedFilesOutputPath>Generated/$(TargetFramework)</CompilerGeneratedFilesOutputPath>
        <IsAotCompatible Condition="'$(TargetFramework)' != 'netstandard2.0'">true</IsAotCompatible>
        """;

    private const string Devices = """
        using NotifierGen;
        using static NotifierGen.MigrationEvent;

        namespace Acme
        {
            /// <summary>A network card.</summary>
            public sealed partial class Nic
            {
                [OnMigrationEvent(Setup)]
                private SetupResult OnSetup(in MigrationContext context) => SetupResult.Accept;

                [OnMigrationEvent(Failed, Phase.BeforeVmStart, After = new[] { typeof(Ring<>) }, RequiresStoppedVm = true)]
                private void OnFailed()
                {
                }
            }

            internal partial class Ring<T>
            {
                [OnMigrationEvent(Failed)]
                internal virtual void OnFailed(in MigrationContext context)
                {
                }
            }

            /// <summary>The clock.</summary>
            public static class Clock
            {
                /// <summary>Stops it.</summary>
                [OnMigrationEvent(Done, Modes = MigrationMode.All)]
                public static void OnDone()
                {
                }
            }

            /// <summary>The notifiers of the board.</summary>
            [DispatchTable]
            public sealed partial class Notifiers : MigrationDispatcher
            {
            }
        }
        """;

    /// <summary>Writes the project "Strict" into a folder of the consumer's.</summary>
    public static void Write(ConsumerFolder folder, string where)
    {
        folder.AddProject("Strict", Properties, where: where);
        folder.Write($"{where}/Strict/Devices.cs", Devices);
    }
}

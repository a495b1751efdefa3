namespace NotifierGen.Package.Tests.Consumers;

/// <summary>What a stranger writes around an emulator that he cannot annotate: a device, and what two files say of the emulator's members.</summary>
internal static class UnannotatedConsumer
{
    /// <summary>What the build says as long as it reads the files.</summary>
    public static readonly string[] Expected = ["Nic.cs(10,9): error NG1001", "Nic.cs(9,9): error NG1004", "VmEffects.Power.txt(3,14): error NG0101"];

    /// <summary>Writes the project "Chips".</summary>
    public static void Write(ConsumerFolder folder, string properties)
    {
        folder.AddProject("Chips", properties);
        folder.Write("Chips/Arm.cs", """
            namespace Chips;

            public sealed class Arm
            {
                public long Pc { get; set; }

                public void Go() => Pc++;
            }
            """);
        folder.Write("Chips/Nic.cs", """
            namespace Chips;

            public sealed class Nic(Arm arm)
            {
                [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
                public void OnFailed()
                {
                    arm.Pc = 0;
                    arm.Go();
                    arm.Pc = 1;
                }
            }
            """);
        folder.Write("Chips/VmEffects.txt", """
            # The processor has no attributes.
            vcpu-state P:Chips.Arm.Pc
            """);
        folder.Write("Chips/VmEffects.Power.txt", """
            # What starts and stops it.
            resumes-vm M:Chips.Arm.Go
            pauses-vm    M:Chips.Arm.Halt
            """);
    }
}

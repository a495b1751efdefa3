using System.Reflection;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Registration;

/// <summary>Who is registered, and since when, however much comes and goes; against a list that is searched from its beginning.</summary>
public class RegistrationOrderTests
{
    private static readonly Func<TestMachine, object>[] s_kinds =
    [
        static machine => new FullDevice(machine.Log, "full"),
        static machine => new FailedOnlyDevice(machine.Log, "failed"),
        static machine => new BaseDevice(machine.Log, "base"),
        static machine => new DerivedDevice(machine.Log, "derived"),
        static _ => new EqualDevice(),
    ];

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 300)]
    [InlineData(3, 3_000)]
    public void DevicesAreFoundAndKeepTheirOrder(int seed, int most)
    {
        TestMachine machine = new();
        Random random = new(seed);
        List<object> expected = [];
        for (int i = 0; i < most * 8; i++)
        {
            // Grows for a while, then shrinks, so that lists are compacted.
            if (random.Next(100) < ((i / most) % 2 == 0 ? 70 : 30) || expected.Count == 0)
            {
                object device = s_kinds[random.Next(s_kinds.Length)](machine);
                machine.Notifiers.Register(device);
                expected.Add(device);
                Assert.Throws<ArgumentException>(() => machine.Notifiers.Register(device));
            }
            else
            {
                int index = random.Next(expected.Count);
                Assert.True(machine.Notifiers.Unregister(expected[index]));
                Assert.False(machine.Notifiers.Unregister(expected[index]));
                expected.RemoveAt(index);
            }

            Assert.Equal(expected.Count, machine.Notifiers.DeviceCount);
        }

        Assert.Equal(expected, machine.Notifiers.Observe(null), ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void AfterTwoThousandMillionRegistrationsTheOrderIsStillThatOfTheRegistrations()
    {
        TestMachine machine = new();
        List<object> expected = [];
        for (int i = 0; i < 40; i++)
        {
            if (i == 20)
            {
                SkipTo(machine.Notifiers, int.MaxValue - 5);
            }

            object device = s_kinds[i % s_kinds.Length](machine);
            machine.Notifiers.Register(device);
            expected.Add(device);
        }

        Assert.Equal(expected, machine.Notifiers.Observe(null), ReferenceEqualityComparer.Instance);
    }

    private static void SkipTo(MigrationDispatcher dispatcher, int registrations)
    {
        const BindingFlags Private = BindingFlags.NonPublic | BindingFlags.Instance;
        object registry = typeof(MigrationDispatcher).GetField("_registry", Private)!.GetValue(dispatcher)!;
        registry.GetType().GetField("_registrations", Private)!.SetValue(registry, registrations);
    }
}

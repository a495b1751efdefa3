namespace Devices.GicV3;

public sealed partial class GicV3
{
    /// <summary>The new process shares the RAM and nothing else: the bits that came since the state was saved reach it through the table.</summary>
    [OnMigrationEvent(Done, Modes = MigrationMode.CprTransfer)]
    private void SavePendingTable()
    {
        lock (_gate)
        {
            // The kernel would answer EBUSY: a vCPU that runs takes interrupts out of the bitmap that is being written.
            _tableIsDue = _machine.VcpusRunning;
            if (!_machine.VcpusRunning)
            {
                WritePendingTable();
                _machine.Log.Write(Name, "pending interrupts written to guest RAM", CountPending());
            }
        }
    }

    /// <summary>The old process keeps the guest after all, and the table in RAM is out of date again.</summary>
    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.CprTransfer)]
    private void ForgetTable()
    {
        lock (_gate)
        {
            _tableIsDue = false;
        }
    }

    /// <summary>Takes over what the old process wrote, before a vCPU could miss it.</summary>
    [OnMigrationEvent(IncomingDone, Modes = MigrationMode.CprTransfer)]
    private void LoadPendingTable()
    {
        lock (_gate)
        {
            Merge(ReadPendingTable());
            _machine.Log.Write(Name, "pending interrupts read from guest RAM", CountPending());
        }
    }

    // Bits are added, never taken away: an interrupt that the guest's table holds and the kernel does not know yet must not be lost.
    [VcpuState]
    private void WritePendingTable()
    {
        for (int i = 0; i < _pending.Length; i++)
        {
            ulong address = _pendingTable + (ulong)(i * sizeof(ulong));
            _machine.Memory.WriteUInt64(address, _machine.Memory.ReadUInt64(address) | _pending[i]);
        }
    }

    [VcpuState]
    private ulong[] ReadPendingTable()
    {
        var pending = new ulong[_pending.Length];
        for (int i = 0; i < pending.Length; i++)
        {
            pending[i] = _machine.Memory.ReadUInt64(_pendingTable + (ulong)(i * sizeof(ulong)));
        }

        return pending;
    }
}
